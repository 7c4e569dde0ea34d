import graph_tool
import graph_tool.centrality
import graph_tool.clustering
import graph_tool.topology


def graph(path):
    n, u, v, w = edges(path)
    g = graph_tool.Graph(directed=False)
    g.add_vertex(n)
    g.add_edge_list(np.column_stack((u, v)))
    weight = g.new_edge_property("double")
    weight.a = w
    return g, weight


(actors, weight), (two_mode, _) = graph(ACTORS), graph(TWO_MODE)


def mapped(p):
    return scores(p.a)


def points(found):
    return "%d points" % found[1].a.sum()


def betweenness(g):
    return lambda _: graph_tool.centrality.betweenness(g, norm=False)[0]


serve("graph-tool %s" % graph_tool.__version__.split()[0], {
    # It stops by the change of all scores in a step, as we do.
    "pagerank": (lambda _: graph_tool.centrality.pagerank(actors, damping=0.85, weight=weight, epsilon=1e-10), mapped, 0),
    "clustering": (lambda _: graph_tool.clustering.local_clustering(actors), mapped, 0),
    "coreness": (lambda _: graph_tool.topology.kcore_decomposition(actors), mapped, 0),
    "cuts": (lambda _: graph_tool.topology.label_biconnected_components(actors), points, 0),
    "betweenness": (betweenness(actors), mapped, 0),
    "two-mode betweenness": (betweenness(two_mode), mapped, 0),
})
