"""Makes reference.json: the stochastic degree sequence model on small networks,
with numpy and scipy alone. Chances of ties by solving the equations of the
bipartite configuration model vertex by vertex with scipy's root finder, upper
tails of the Poisson binomial by plain convolution, corrections written out.

    python reference.py > reference.json
"""
import itertools
import json
import sys

import networkx as nx
import numpy as np
import scipy
from scipy.optimize import root


def southern_women():
    g = nx.davis_southern_women_graph()
    women = sorted(g.graph["top"])
    events = sorted(g.graph["bottom"], key=lambda e: int(e[1:]))
    return len(women), [sorted(women.index(w) for w in g[e]) for e in events]


def drawn(actors, projects, seed):
    r = np.random.default_rng(seed)
    return actors, [sorted(int(a) for a in r.choice(actors, size=int(r.integers(2, 6)), replace=False)) for _ in range(projects)]


def blocks(seed):
    """Two teams that keep meeting, among many projects by lot."""
    n, projects = drawn(30, 60, seed)
    return n, projects + [[0, 1, 2]] * 8 + [[3, 4]] * 9


def chances(b):
    rows, columns = b.sum(1), b.sum(0)
    keep_r, keep_c = (rows > 0) & (rows < b.shape[1]), (columns > 0) & (columns < b.shape[0])
    assert keep_r.all() and keep_c.all(), "a vertex that is certain"
    n = len(rows)

    def off(z):
        p = 1 / (1 + np.exp(-(z[:n, None] + z[None, n:])))
        return np.concatenate([p.sum(1) - rows, p.sum(0) - columns])

    z0 = np.concatenate([np.log(rows) - np.log(b.sum()) / 2, np.log(columns) - np.log(b.sum()) / 2])
    z = root(off, z0, method="lm", options={"xtol": 1e-15, "ftol": 1e-15, "maxiter": 100_000})
    assert np.abs(off(z.x)).max() < 1e-9, np.abs(off(z.x)).max()
    return 1 / (1 + np.exp(-(z.x[:n, None] + z.x[None, n:])))


def tail(q, m):
    d = np.ones(1)
    for x in q:
        d = np.convolve(d, [1 - x, x])
    return float(d[m:].sum())


def backbone(n, projects, alpha):
    b = np.zeros((n, len(projects)))
    for p, actors in enumerate(projects):
        b[actors, p] = 1
    chance = chances(b)
    degree = b.sum(1).astype(int)
    pairs = {}
    for u, v in itertools.combinations(range(n), 2):
        q = chance[u] * chance[v]
        shared = int(b[u] @ b[v])
        pairs[u, v] = (shared, tail(q, shared), tail(q, min(degree[u], degree[v])))
    left, found = dict(pairs), {}
    first = None
    while True:
        least = np.sort([x[2] for x in left.values()])
        k = next(k for k in range(1, len(least) + 2) if (least <= alpha / k).sum() <= k)
        if first is None:
            first = int((least <= alpha / k).sum())
        now = {e: x for e, x in left.items() if x[1] <= alpha / k}
        if not now:
            break
        found.update(now)
        left = {e: x for e, x in left.items() if e not in now}
    return {
        "actors": n, "projects": projects, "testable": first,
        "tails": [[u, v, x[0], x[1]] for (u, v), x in pairs.items() if x[0] > 0],
        "found": sorted([u, v] for u, v in found),
    }


networks = {
    "southern women": southern_women(),
    "by lot": drawn(25, 50, 1),
    "teams": blocks(2),
    "few": drawn(12, 6, 3),
}
json.dump({
    "made": f"numpy {np.__version__}, scipy {scipy.__version__}", "alpha": 0.05,
    "networks": {name: backbone(n, projects, 0.05) for name, (n, projects) in networks.items()},
}, sys.stdout)
print()
