"""Makes reference.json: Barber modularity of two-mode networks by leidenalg.

    python reference.py > reference.json

Needs leidenalg, networkx and numpy. leidenalg takes the two-mode null model as
three layers (all pairs, less those of either kind); what it reports is checked
against the matrix formula. Networks are written out as ties of a project and
an actor, both counted from 0, so that the Go test reads the same ones.
"""
import json
import random
import sys

import igraph
import leidenalg
import networkx as nx
import numpy as np


def southern_women():
    """Events E1..E14 are the projects, women by first name the actors."""
    g = nx.davis_southern_women_graph()
    events = sorted(g.graph["bottom"], key=lambda e: int(e[1:]))
    women = sorted(g.graph["top"])
    return 14, 18, sorted((events.index(e), women.index(w)) for w, e in g.edges(women))


def bicliques(*sizes):
    """Complete two-mode networks, each tied by its first project to the last actor of the one before."""
    ties, p, a = [], 0, 0
    for projects, actors in sizes:
        ties += [(p + i, a + j) for i in range(projects) for j in range(actors)]
        if p:
            ties.append((p, a - 1))
        p, a = p + projects, a + actors
    return p, a, sorted(ties)


def planted(groups, projects, actors, inside, between, seed):
    draw = random.Random(seed)
    ties = [
        (p, a)
        for p in range(groups * projects)
        for a in range(groups * actors)
        if draw.random() < (inside if p // projects == a // actors else between)
    ]
    return groups * projects, groups * actors, ties


networks = {
    "southern women": southern_women(),
    "one biclique": bicliques((3, 4)),
    "two bicliques and a tie": bicliques((3, 2), (2, 3)),
    "four bicliques in a row": bicliques((3, 3), (2, 5), (4, 2), (3, 4)),
    "clear groups": planted(4, 12, 8, 0.5, 0.03, 1),
    "faint groups": planted(5, 16, 10, 0.25, 0.08, 2),
    "no groups": planted(1, 40, 30, 0.1, 0, 3),
}


def modularity(n, m, ties, label):
    matrix = np.zeros((n, m))
    for p, a in ties:
        matrix[p, a] = 1
    total = matrix.sum()
    expected = np.outer(matrix.sum(1), matrix.sum(0)) / total
    same = np.array(label[:n])[:, None] == np.array(label[n:])[None, :]
    return float(((matrix - expected) * same).sum() / total)


def leiden(n, m, ties, seed):
    g = igraph.Graph(n=n + m, edges=[(p, n + a) for p, a in ties])
    g.vs["type"] = [0] * n + [1] * m
    whole, projects, actors = leidenalg.CPMVertexPartition.Bipartite(
        g, resolution_parameter_01=1 / len(ties), degree_as_node_size=True
    )
    optimiser = leidenalg.Optimiser()
    optimiser.set_rng_seed(seed)
    optimiser.optimise_partition_multiplex([whole, projects, actors], layer_weights=[1, -1, -1], n_iterations=-1)
    q = modularity(n, m, ties, whole.membership)
    # leidenalg counts the weight inside less what is expected there, from both ends.
    reported = (whole.quality() - projects.quality() - actors.quality()) / 2 / len(ties)
    if abs(q - reported) > 1e-9:
        sys.exit(f"leidenalg reports {reported}, the matrix gives {q}")
    return q, whole.membership


def brim(n, m, ties, groups, tries=2000):
    """Barber's own method: each kind in turn takes the best group by the other's."""
    draw = np.random.default_rng(1)
    matrix = np.zeros((n, m))
    for p, a in ties:
        matrix[p, a] = 1
    excess = matrix - np.outer(matrix.sum(1), matrix.sum(0)) / matrix.sum()
    best = (-1.0, None)
    for _ in range(tries):
        actors, before = draw.integers(0, groups, m), -2.0
        while True:
            projects = np.stack([excess[:, actors == k].sum(1) for k in range(groups)]).argmax(0)
            actors = np.stack([excess[projects == k].sum(0) for k in range(groups)]).argmax(0)
            label = [int(x) for x in projects] + [int(x) for x in actors]
            q = modularity(n, m, ties, label)
            if q <= before + 1e-12:
                break
            before = q
        if q > best[0]:
            best = (q, label)
    return best


result = {}
for name, (n, m, ties) in networks.items():
    runs = [leiden(n, m, ties, seed) for seed in range(200)]
    best = max(runs, key=lambda run: run[0])
    result[name] = {
        "projects": n,
        "actors": m,
        "ties": [list(tie) for tie in ties],
        "best": best[0],
        "mean": sum(q for q, _ in runs) / len(runs),
        "partition": best[1],
    }
n, m, ties = networks["southern women"]
q, label = brim(n, m, ties, 2)
result["southern women"]["two groups"] = {"best": q, "partition": label}

json.dump(
    {"made": f"leidenalg {leidenalg.version}, igraph {igraph.__version__}, networkx {nx.__version__}", "networks": result},
    sys.stdout,
)
print()
