import networkx

SMALL = 5_000


def graph(path):
    n, u, v, w = edges(path)
    g = networkx.Graph()
    g.add_nodes_from(range(n))
    g.add_weighted_edges_from(zip(u.tolist(), v.tolist(), w.tolist()))
    return g


n, *_ = edges(TWO_MODE)
small = n <= SMALL
actors, two_mode = (graph(ACTORS), graph(TWO_MODE)) if small else (None, None)
between = networkx.betweenness_centrality

def open_region(run):
    g = networkx.bipartite.collaboration_weighted_projected_graph(two_mode, range(PROJECTS, n))
    p = networkx.community.louvain_communities(g, seed=42 + run)
    networkx.pagerank(g, tol=1e-10 / n)
    return g, p, between(g, normalized=False)


serve("networkx " + networkx.__version__, {
    "projection": (lambda _: networkx.bipartite.collaboration_weighted_projected_graph(two_mode, range(PROJECTS, n)),
                   lambda g: "%d edges" % g.number_of_edges(), SMALL),
    "pagerank": (lambda _: networkx.pagerank(actors, tol=1e-10 / n), lambda p: scores(p.values()), SMALL),
    "structural holes": (lambda _: (networkx.constraint(actors, weight="weight"), networkx.effective_size(actors, weight="weight")),
                         lambda r: "; ".join(scores(x.values()) for x in r), SMALL),
    "betweenness": (lambda _: between(actors, normalized=False), lambda b: scores(b.values()), SMALL),
    "open": (open_region, lambda r: "Q %.4f, %s" % (networkx.community.modularity(r[0], r[1]), scores(r[2].values())), SMALL),
    "two-mode betweenness": (lambda _: between(two_mode, normalized=False), lambda b: scores(b.values()), SMALL),
})
