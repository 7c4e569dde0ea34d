"""Makes reference.json: projections of two-mode networks by networkx and numpy.

    python reference.py > reference.json

Count, Newman and Jaccard are networkx's weighted, collaboration weighted and
overlap weighted projections; resource allocation is A D^-1 A^T, D being the
numbers of actors of the projects.
"""
import json
import random
import sys

import networkx as nx
import numpy as np
from networkx.algorithms import bipartite


def southern_women():
    g = nx.davis_southern_women_graph()
    women, events = sorted(g.graph["top"]), g.graph["bottom"]
    return len(events), len(women), sorted((e, women.index(w)) for e, event in enumerate(events) for w in g[event])


def drawn(seed, projects, actors, ties):
    r = random.Random(seed)
    return projects, actors, sorted({(r.randrange(projects), int(actors * r.random() ** 2)) for _ in range(ties)})


def projected(name, projects, actors, pairs):
    g = nx.Graph()
    members = [("a", a) for a in range(actors)]
    g.add_nodes_from(members)
    g.add_nodes_from(("p", p) for p in range(projects))
    g.add_edges_from((("p", p), ("a", a)) for p, a in pairs)
    matrix = np.zeros((actors, projects))
    for p, a in pairs:
        matrix[a, p] = 1
    allocation = matrix @ np.diag(1 / np.maximum(matrix.sum(0), 1)) @ matrix.T
    count = bipartite.weighted_projected_graph(g, members)
    newman = bipartite.collaboration_weighted_projected_graph(g, members)
    jaccard = bipartite.overlap_weighted_projected_graph(g, members, jaccard=True)
    edges = []
    for (_, u), (_, v) in sorted(tuple(sorted(e)) for e in count.edges()):
        e = ("a", u), ("a", v)
        edges.append([u, v, count.edges[e]["weight"], newman.edges[e]["weight"], allocation[u, v], jaccard.edges[e]["weight"]])
    return {"name": name, "projects": projects, "actors": actors, "pairs": pairs, "edges": edges}


json.dump([
    projected("southern women", *southern_women()),
    projected("nobody shares", 3, 3, [(0, 0), (1, 1)]),
    projected("drawn", *drawn(1, 40, 90, 160)),
], sys.stdout)
print()
