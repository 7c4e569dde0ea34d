"""The peers' common part, put in front of each of their scripts: reads the two
networks, then one request a line from standard input, and answers each with
its time, a check value and the process's peak memory so far.

A script says `serve(name, measures)`; measures map the id of a measure to
(run, check, largest), where run takes the number of the run, check turns its
result into a text outside the clock, and largest is the number of vertices up
to which it ends in reasonable time, 0 for any.
"""
import json
import resource
import sys
import time

import numpy as np


def edges(path):
    """Vertices, and the columns u < v, weight of the edges."""
    with open(path, "rb") as f:
        n, m = np.fromfile(f, "<i8", 2)
        return int(n), np.fromfile(f, "<i4", m), np.fromfile(f, "<i4", m), np.fromfile(f, "<f8", m)


ACTORS, TWO_MODE, PROJECTS = sys.argv[1], sys.argv[2], int(sys.argv[3])


def scores(x):
    x = np.asarray(list(x), float)
    x = x[~np.isnan(x)]  # not defined for an isolate
    return "sum %.9g, max %.9g" % (x.sum(), x.max())


def modularity(membership):
    """Weighted, at resolution 1: the same code for every peer."""
    n, u, v, w = edges(ACTORS)
    c = np.unique(np.asarray(membership), return_inverse=True)[1]
    volume = np.bincount(c, np.bincount(u, w, n) + np.bincount(v, w, n))
    q = w[c[u] == c[v]].sum() / w.sum() - ((volume / (2 * w.sum())) ** 2).sum()
    return "Q %.5f" % q


class Timed:
    """A result whose time somebody else took: a server."""
    def __init__(self, result, seconds, cpu, peak):
        self.result, self.seconds, self.cpu, self.peak = result, seconds, cpu, peak


def serve(name, measures):
    print(json.dumps({"peer": name, "largest": {m: x[2] for m, x in measures.items()}}), flush=True)
    for line in sys.stdin:
        request = json.loads(line)
        run, check, _ = measures[request["measure"]]
        start, start_cpu = time.perf_counter(), time.process_time()
        result = run(request["run"])
        seconds, cpu = time.perf_counter() - start, time.process_time() - start_cpu
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        if isinstance(result, Timed):
            result, seconds, cpu, peak = result.result, result.seconds, result.cpu, result.peak
        print(json.dumps({"seconds": seconds, "cpu": cpu, "check": check(result), "peak": peak}), flush=True)
