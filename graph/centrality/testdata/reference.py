"""Makes reference.json: scores of small networks by networkx and igraph.

    python reference.py > reference.json

The two must agree with each other; the networks are built here on their own,
not taken from the Go code.
"""
import json
import sys

import igraph
import networkx as nx


def southern_women():
    """Events E1..E14 first, then the women by first name."""
    g = nx.davis_southern_women_graph()
    order = sorted(g.graph["bottom"], key=lambda e: int(e[1:])) + sorted(g.graph["top"])
    return nx.relabel_nodes(g, {v: i for i, v in enumerate(order)})


def by_name(g):
    return nx.relabel_nodes(g, {v: i for i, v in enumerate(sorted(g))})


def two_cliques(n):
    g = nx.disjoint_union(nx.complete_graph(n), nx.complete_graph(n))
    g.add_edge(n - 1, n)
    return g


def apart():
    return nx.Graph([(0, 1), (0, 2), (1, 2), (3, 4), (4, 5), (6, 7)])


def weighted():
    g = nx.Graph()
    g.add_weighted_edges_from([(0, 1, 4), (0, 2, 1), (1, 2, 2.5), (2, 3, 0.5), (3, 4, 3)])
    return g


def plain(g, n):
    """n vertices 0.. in order, edges of g; an attribute weight is kept only for Weighted."""
    h = nx.empty_graph(n)
    h.add_edges_from((u, v, {"weight": d.get("weight", 1) if g.graph.get("keep") else 1}) for u, v, d in g.edges(data=True))
    return h


kite = weighted()
kite.graph["keep"] = True
networks = {
    "empty": plain(nx.Graph(), 0),
    "one vertex": plain(nx.Graph(), 1),
    "isolates": plain(nx.Graph(), 4),
    "path": plain(nx.path_graph(7), 7),
    "cycle": plain(nx.cycle_graph(8), 8),
    "odd cycle": plain(nx.cycle_graph(7), 7),
    "star": plain(nx.star_graph(5), 6),
    "clique": plain(nx.complete_graph(6), 6),
    "two cliques and a bridge": plain(two_cliques(5), 10),
    "ring of cliques": plain(nx.ring_of_cliques(6, 4), 24),
    "apart": plain(apart(), 9),
    "weighted": plain(kite, 5),
    "zachary": plain(nx.karate_club_graph(), 34),
    "florentine": plain(by_name(nx.florentine_families_graph()), 15),
    "southern women": plain(southern_women(), 32),
}


def close(a, b, name, tolerance=1e-9):
    worst = max((abs(x - y) for x, y in zip(a, b)), default=0)
    if worst > tolerance:
        sys.exit(f"{name}: networkx and igraph differ by {worst}")


def scores(name, g):
    n = len(g)
    edges = list(g.edges())
    h = igraph.Graph(n=n, edges=edges)
    h.es["weight"] = [g.edges[e]["weight"] for e in edges]
    betweenness = nx.betweenness_centrality(g, normalized=False)
    close(betweenness.values(), h.betweenness(), name + " betweenness")
    rank = nx.pagerank(g, 0.85, tol=1e-15, max_iter=10_000) if n else {}
    if edges:
        close(rank.values(), h.pagerank(damping=0.85, weights="weight"), name + " pagerank")
    best = 0.0
    if edges:
        for _ in range(50):
            best = max(best, h.community_leiden("modularity", weights="weight", n_iterations=-1).modularity
                       if name != "weighted" else
                       h.modularity(h.community_leiden("modularity", weights="weight", n_iterations=-1), weights="weight"))
    return {
        "degree": [d for _, d in g.degree()],
        "strength": [d for _, d in g.degree(weight="weight")],
        "components": nx.number_connected_components(g),
        "betweenness": [betweenness[v] for v in range(n)],
        "pagerank": [rank[v] for v in range(n)],
        "modularity": best,
    }


json.dump({
    "made": f"networkx {nx.__version__}, igraph {igraph.__version__}",
    "networks": {name: scores(name, g) for name, g in networks.items()},
}, sys.stdout, indent=1)
print()
