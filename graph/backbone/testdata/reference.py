"""Makes reference.json: SDSM, Tarone and Holm by plain means.

    python reference.py > reference.json

Needs numpy and networkx. Every step is the slow one: the configuration model
has an unknown for every project and every actor, the Poisson-binomial
distribution is convolved project by project, and Tarone's k is counted up from
1. Nothing is taken from the Go code.
"""
import itertools
import json
import random

import networkx as nx
import numpy as np

ALPHA = 0.05


def chances(a):
    """The bipartite configuration model of a 0/1 matrix, by Newton's method."""
    p = np.zeros(a.shape)
    rows, columns = list(range(a.shape[0])), list(range(a.shape[1]))
    left_r, left_c = a.sum(1).astype(int), a.sum(0).astype(int)
    while True:  # what leaves nothing to chance
        row = next((i for i in rows if left_r[i] in (0, len(columns))), None)
        column = next((j for j in columns if left_c[j] in (0, len(rows))), None)
        if row is not None:
            if left_r[row]:
                p[row, columns] = 1
                left_c[columns] -= 1
            rows.remove(row)
        elif column is not None:
            if left_c[column]:
                p[rows, column] = 1
                left_r[rows] -= 1
            columns.remove(column)
        else:
            break
    if not rows or not columns:
        return p
    r, c = left_r[rows].astype(float), left_c[columns].astype(float)
    x, y = np.log(r / np.sqrt(r.sum())), np.log(c / np.sqrt(r.sum()))
    best, found = np.inf, None
    for _ in range(200):
        q = 1 / (1 + np.exp(-x[:, None] - y[None, :]))
        gradient = np.concatenate([r - q.sum(1), c - q.sum(0)])
        if np.abs(gradient).max() < best:
            best, found = np.abs(gradient).max(), q
        v = q * (1 - q)
        hessian = np.block([[np.diag(v.sum(1)), v], [v.T, np.diag(v.sum(0))]])
        step = np.linalg.lstsq(hessian, gradient, rcond=1e-13)[0]
        step *= min(1, 2 / np.abs(step).max())
        x, y = x + step[: len(r)], y + step[len(r):]
    assert best < 1e-11, best
    p[np.ix_(rows, columns)] = found
    return p


def distribution(q):
    f = np.ones(1)
    for chance in q:
        f = np.convolve(f, [1 - chance, chance])
    return f


def sdsm(name, projects, actors, pairs):
    a = np.zeros((projects, actors))
    for project, actor in pairs:
        a[project, actor] = 1
    p, shared, degree = chances(a), (a.T @ a).astype(int), a.sum(0).astype(int)
    values, lowest = {}, {}
    for u, v in itertools.combinations(range(actors), 2):
        f = distribution(p[:, u] * p[:, v])
        if f[0] < 1:
            lowest[u, v] = f[min(degree[u], degree[v]):].sum()
        if shared[u, v]:
            values[u, v] = f[shared[u, v]:].sum()
    k = 1
    while sum(low <= ALPHA / k for low in lowest.values()) > k:
        k += 1
    tested = {pair for pair, low in lowest.items() if low <= ALPHA / k}
    above = []
    for passed, (value, pair) in enumerate(sorted((value, pair) for pair, value in values.items() if pair in tested)):
        if value > ALPHA / (len(tested) - passed):
            break
        above.append(pair)
    return {
        "name": name, "projects": projects, "actors": actors, "pairs": pairs, "chances": p.tolist() if p.size < 500 else None,
        "values": [[u, v, value] for (u, v), value in sorted(values.items())], "tested": len(tested), "above": sorted(above),
    }


def southern_women():
    g = nx.davis_southern_women_graph()
    women, events = sorted(g.graph["top"]), g.graph["bottom"]
    return len(events), len(women), sorted((e, women.index(w)) for e, event in enumerate(events) for w in g[event])


def drawn(seed, projects, actors, together, times):
    """Projects of actors drawn by popularity, and pairs that are put together more often."""
    r = random.Random(seed)
    pairs = set()
    for p in range(projects):
        for _ in range(r.choice([2, 2, 3, 3, 4, 5, 8])):
            pairs.add((p, int(actors * r.random() ** 2)))
    for i in range(together):
        for p in r.sample(range(projects), times):
            pairs |= {(p, actors - 1 - 2 * i), (p, actors - 2 - 2 * i)}
    return projects, actors, sorted(pairs)


def main():
    networks = {
        "southern women": southern_women(),
        "nothing": (0, 0, []),
        "two in two: no chance": (2, 2, [(0, 0), (0, 1), (1, 0), (1, 1)]),
        "nested: no chance": (3, 3, [(0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (2, 0)]),
        "one in all, one in none": (6, 7, [(p, a) for p in range(6) for a in (0, 1 + p % 5, 1 + (2 * p + 1) % 5)]),
        "small": drawn(1, 12, 10, 1, 5),
        "middling": drawn(2, 60, 40, 3, 7),
        "large": drawn(3, 200, 80, 5, 12),
    }
    json.dump([sdsm(name, p, a, sorted(set(pairs))) for name, (p, a, pairs) in networks.items()], fp=__import__("sys").stdout)
    print()


main()
