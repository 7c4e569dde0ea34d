"""Makes reference.json: structural holes of small networks by networkx and
igraph, brokerage roles by the R package sna.

    python reference.py > reference.json

Needs networkx, igraph and Rscript with sna. Where two of them give a score,
they must agree; the networks are built here on their own, not taken from the
Go code. An undefined score is null.
"""
import itertools
import json
import math
import subprocess
import sys
import tempfile

import igraph
import networkx as nx


def southern_women(newman):
    """Women by first name who met at an event, by number of events or Newman's weights."""
    g = nx.davis_southern_women_graph()
    women = sorted(g.graph["top"])
    h = nx.empty_graph(len(women))
    for event in g.graph["bottom"]:
        present = sorted(women.index(w) for w in g[event])
        for u, v in itertools.combinations(present, 2):
            weight = 1 / (len(present) - 1) if newman else 1
            h.add_edge(u, v, weight=h.get_edge_data(u, v, {"weight": 0})["weight"] + weight)
    return h


def plain(g, n):
    """n vertices 0.. in order and the edges of g, all of weight 1."""
    order = {v: i for i, v in enumerate(sorted(g))}
    h = nx.empty_graph(n)
    h.add_edges_from((order[u], order[v], {"weight": 1}) for u, v in g.edges())
    return h


def weighted():
    g = nx.empty_graph(5)
    g.add_weighted_edges_from([(0, 1, 4), (0, 2, 1), (1, 2, 2.5), (2, 3, 0.5), (3, 4, 3)])
    return g


def two_cliques(n):
    g = nx.disjoint_union(nx.complete_graph(n), nx.complete_graph(n))
    g.add_edge(n - 1, n)
    return g


networks = {
    "empty": plain(nx.Graph(), 0),
    "isolates": plain(nx.empty_graph(4), 4),
    "pair": plain(nx.path_graph(2), 2),
    "path": plain(nx.path_graph(7), 7),
    "cycle": plain(nx.cycle_graph(8), 8),
    "star": plain(nx.star_graph(5), 6),
    "clique": plain(nx.complete_graph(6), 6),
    "two cliques and a bridge": plain(two_cliques(5), 10),
    "apart": plain(nx.Graph([(0, 1), (0, 2), (1, 2), (3, 4), (4, 5), (6, 7)]), 8),
    "weighted": weighted(),
    "zachary": plain(nx.karate_club_graph(), 34),
    "florentine": plain(nx.florentine_families_graph(), 15),
    "southern women by count": southern_women(False),
    "southern women by Newman": southern_women(True),
}


def close(a, b, name):
    for x, y in zip(a, b, strict=True):
        if not (math.isnan(x) and math.isnan(y)) and not abs(x - y) <= 1e-9:
            sys.exit(f"{name}: {x} and {y}")


def effective_size(g):
    """Burt's sums, written out: networkx uses a short form where nothing is weighted."""
    scores = []
    for v in g:
        if not g[v]:
            scores.append(math.nan)
            continue
        total = sum(d["weight"] for d in g[v].values())
        size = 0.0
        for j in g[v]:
            heaviest = max(d["weight"] for d in g[j].values())
            size += 1 - sum(g[v][q]["weight"] / total * g[j][q]["weight"] / heaviest for q in g[v] if q in g[j])
        scores.append(size)
    return scores


def roles(g, group):
    """Counts of sna's brokerage, which sees each tie in both directions: a pair
    stands twice in all roles but gatekeeper and representative, which share it."""
    if not len(g):
        return {"coordinator": [], "gatekeeper": [], "itinerant": [], "liaison": []}
    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        json.dump({"matrix": nx.to_numpy_array(g, weight=None).tolist(), "group": group}, file)
        file.flush()
        out = subprocess.run(["Rscript", "-e", f"""
            suppressMessages(library(sna)); x <- jsonlite::fromJSON("{file.name}")
            cat(jsonlite::toJSON(as.data.frame(brokerage(as.matrix(x$matrix), x$group)$raw.nli)))"""],
            check=True, capture_output=True, text=True).stdout
    rows = json.loads(out)
    if any(r["b_IO"] != r["b_OI"] for r in rows):
        sys.exit("gatekeeper and representative differ on an undirected network")
    return {
        "coordinator": [r["w_I"] / 2 for r in rows],
        "gatekeeper": [r["b_IO"] for r in rows],
        "itinerant": [r["w_O"] / 2 for r in rows],
        "liaison": [r["b_O"] / 2 for r in rows],
    }


def scores(name, g):
    n = len(g)
    h = igraph.Graph(n=n, edges=list(g.edges()))
    h.es["weight"] = [d["weight"] for *_, d in g.edges(data=True)]
    constraint = nx.constraint(g, weight="weight") if n else {}
    close([constraint[v] for v in range(n)], h.constraint(weights="weight") if n else [], name + ", constraint")
    size = effective_size(g)
    # With the nodes named: without them networkx 3.6.1 on scipy 1.17 goes another
    # way, which divides by the heaviest tie of the wrong vertex.
    by_networkx = nx.effective_size(g, nodes=list(g), weight="weight")
    close(size, [by_networkx[v] for v in range(n)], name + ", effective size")
    if all(w == 1 for w in h.es["weight"]):
        short = nx.effective_size(g, nodes=list(g))
        close(size, [short[v] for v in range(n)], name + ", effective size in short")
    group = [v % 3 for v in range(n)]
    return {
        "vertices": n,
        "edges": [[u, v, d["weight"]] for u, v, d in g.edges(data=True)],
        "constraint": [None if math.isnan(constraint[v]) else constraint[v] for v in range(n)],
        "effectiveSize": [None if math.isnan(x) else x for x in size],
        "roles": roles(g, group),
    }


sna = subprocess.run(["Rscript", "-e", 'cat(as.character(packageVersion("sna")))'], check=True, capture_output=True, text=True).stdout
json.dump({
    "made": f"networkx {nx.__version__}, igraph {igraph.__version__}, sna {sna}; group of vertex v: v modulo 3",
    "networks": {name: scores(name, g) for name, g in networks.items()},
}, sys.stdout, indent=1)
print()
