"""igraph's side of the benchmark: reads the two networks, then one request a
line from standard input, and answers each with its time and a check value.
"""
import json
import random
import sys
import time

import igraph
import numpy as np


def read(path):
    with open(path, "rb") as f:
        n, m = np.fromfile(f, "<i8", 2)
        u, v, w = np.fromfile(f, "<i4", m), np.fromfile(f, "<i4", m), np.fromfile(f, "<f8", m)
    g = igraph.Graph(n=int(n), edges=np.column_stack([u, v]))
    g.es["weight"] = w.tolist()
    return g


actors, two_mode = read(sys.argv[1]), read(sys.argv[2])
projects = int(sys.argv[3])
types = [v >= projects for v in range(two_mode.vcount())]


def scores(x):
    x = [v for v in x if v == v]  # not defined for an isolate
    return "sum %.9g, max %.9g" % (sum(x), max(x))


measures = {
    "projection": (
        lambda: two_mode.bipartite_projection(types=types, multiplicity=True, which=1),
        lambda g: "%d edges" % g.ecount()),
    "leiden": (
        lambda: actors.community_leiden("modularity", weights="weight", n_iterations=2),
        lambda p: "Q %.5f" % actors.modularity(p, weights="weight")),
    "pagerank": (lambda: actors.pagerank(directed=False, damping=0.85, weights="weight"), scores),
    "constraint": (lambda: actors.constraint(weights="weight"), scores),
    "betweenness": (lambda: actors.betweenness(directed=False), scores),
    "two-mode betweenness": (lambda: two_mode.betweenness(directed=False), scores),
}


def say(**answer):
    print(json.dumps(answer), flush=True)


say(peer="igraph " + igraph.__version__)
for line in sys.stdin:
    request = json.loads(line)
    random.seed(42 + request["run"])
    run, check = measures[request["measure"]]
    start, start_cpu = time.perf_counter(), time.process_time()
    result = run()
    seconds, cpu = time.perf_counter() - start, time.process_time() - start_cpu
    say(seconds=seconds, cpu=cpu, check=check(result))
