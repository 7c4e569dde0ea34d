import networkit


def graph(path, weighted):
    n, u, v, w = edges(path)
    ends = (u.astype("u8"), v.astype("u8"))
    return networkit.GraphFromCoo((w, ends) if weighted else ends, n=n, weighted=weighted)


# Its betweenness takes weights for lengths, so it gets a network without.
actors, plain, two_mode = graph(ACTORS, True), graph(ACTORS, False), graph(TWO_MODE, False)


def leiden(run):
    networkit.setSeed(42 + run, False)
    return networkit.community.ParallelLeiden(actors, iterations=3).run()


def pagerank(_):
    p = networkit.centrality.PageRank(actors, 0.85, 1e-10, distributeSinks=networkit.centrality.SinkHandling.DistributeSinks)
    p.norm = networkit.centrality.Norm.L1_NORM
    return p.run()


def kadabra(run):  # its scores are twice the share of pairs
    networkit.setSeed(42 + run, False)
    return networkit.centrality.KadabraBetweenness(plain, 0.001, 0.1).run()


def halved(b):  # it counts ordered pairs
    return scores(np.asarray(b.scores()) / 2)


serve("NetworKit %s" % networkit.__version__, {
    "leiden": (leiden, lambda c: modularity(c.getPartition().getVector()), 0),
    "pagerank": (pagerank, lambda p: scores(p.scores()), 0),
    "clustering": (lambda _: networkit.centrality.LocalClusteringCoefficient(plain, turbo=True).run(), lambda c: scores(c.scores()), 0),
    "coreness": (lambda _: networkit.centrality.CoreDecomposition(plain).run(), lambda c: scores(c.scores()), 0),
    "closeness": (lambda _: networkit.centrality.HarmonicCloseness(plain, False).run(), lambda c: scores(c.scores()), 5_000),  # minutes beyond
    "sampled": (kadabra, lambda k: "%d paths, max %.3g" % (k.getNumberOfIterations(), max(k.scores()) * plain.numberOfNodes() * (plain.numberOfNodes() - 1) / 4), 0),
    "betweenness": (lambda _: networkit.centrality.Betweenness(plain).run(), halved, 0),
    "two-mode betweenness": (lambda _: networkit.centrality.Betweenness(two_mode).run(), halved, 0),
})
