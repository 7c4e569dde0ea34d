"""Makes reference.json: figures of whole networks by networkx and igraph.

    python reference.py > reference.json

Needs networkx and igraph. A network is a list of projects, each a list of the
actors in it, taken from ../../analysis/testdata/reference.json; the figures of
one kind are those of its projection onto actors. Actor v is of kind v modulo 3.
Written out here, since neither package has them as asked: centralisation
(igraph's centralization for degree counts loops), E-I index, and the two-mode
clustering of Robins & Alexander by counting squares and paths. An undefined
figure is null.
"""
import itertools
import json
import math
import os
import sys
import warnings

import igraph
import networkx as nx

warnings.simplefilter("ignore")
here = os.path.dirname(os.path.abspath(__file__))
with open(os.path.join(here, "..", "..", "analysis", "testdata", "reference.json")) as file:
    networks = json.load(file)["networks"]


def close(a, b, what):
    if not (math.isnan(a) and math.isnan(b)) and not abs(a - b) <= 1e-9:
        sys.exit(f"{what}: {a} and {b}")
    return a


def centralisation(scores, star):
    return sum(max(scores) - s for s in scores) / star if len(scores) > 2 else math.nan


def figures(name, n, projects):
    g = nx.empty_graph(n)
    for actors in projects:
        g.add_edges_from(itertools.combinations(actors, 2))
    h = igraph.Graph(n=n, edges=list(g.edges()))
    two = igraph.Graph(n=len(projects) + n, edges=[(p, len(projects) + a) for p, actors in enumerate(projects) for a in actors])
    kind = {v: v % 3 for v in range(n)}
    nx.set_node_attributes(g, kind, "kind")
    m = g.number_of_edges()
    between = sum(kind[u] != kind[v] for u, v in g.edges())
    out = {
        "density": close(nx.density(g), h.density(), name + " density") if n > 1 else math.nan,
        "twoModeDensity": two.ecount() / (len(projects) * n) if n and projects else math.nan,
        "degreeCentralisation": centralisation([d for _, d in g.degree()], (n - 1) * (n - 2)),
        "betweennessCentralisation": centralisation(h.betweenness(), (n - 1) ** 2 * (n - 2) / 2),
        "ei": (2 * between - m) / m if m else math.nan,
        "transitivity": math.nan, "meanClustering": math.nan, "degreeAssortativity": math.nan, "assortativity": math.nan,
        "meanDistance": math.nan, "diameter": 0, "components": nx.number_connected_components(g),
        "twoModeClustering": math.nan,
    }
    if n:
        out["meanClustering"] = nx.average_clustering(g)
    if any(d > 1 for _, d in g.degree()):
        out["transitivity"] = close(nx.transitivity(g), h.transitivity_undirected(), name + " transitivity")
    if m:
        out["meanDistance"] = h.average_path_length(unconn=True)
        out["diameter"] = h.diameter()
        if len({g.degree(v) for e in g.edges() for v in e}) > 1:
            out["degreeAssortativity"] = close(nx.degree_assortativity_coefficient(g), h.assortativity_degree(directed=False), name)
        if len({kind[v] for e in g.edges() for v in e}) > 1:
            out["assortativity"] = close(nx.attribute_assortativity_coefficient(g, "kind"), h.assortativity_nominal([kind[v] for v in range(n)], directed=False), name)
    b = [set(actors) for actors in projects]
    squares = sum(math.comb(len(x & y), 2) for x, y in itertools.combinations(b, 2))
    degree = [sum(a in x for x in b) for a in range(n)]
    paths = sum((degree[a] - 1) * (len(x) - 1) for x in b for a in x)
    if paths:
        out["twoModeClustering"] = 4 * squares / paths
    return out


json.dump({
    "made": f"networkx {nx.__version__}, igraph {igraph.__version__}",
    "networks": {
        name: {"actors": w["actors"], "projects": w["projects"],
               "figures": {k: None if isinstance(x, float) and math.isnan(x) else x for k, x in figures(name, w["actors"], w["projects"]).items()}}
        for name, w in networks.items()
    },
}, sys.stdout)
print()
