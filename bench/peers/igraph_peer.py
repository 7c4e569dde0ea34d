import random

import igraph


def graph(path):
    n, u, v, w = edges(path)
    g = igraph.Graph(n=n, edges=np.column_stack([u, v]))
    g.es["weight"] = w.tolist()
    return g


actors, two_mode = graph(ACTORS), graph(TWO_MODE)
types = [v >= PROJECTS for v in range(two_mode.vcount())]


def leiden(run):
    random.seed(42 + run)
    return actors.community_leiden("modularity", weights="weight", n_iterations=2)


def open_region(run):
    g = two_mode.bipartite_projection(types=types, multiplicity=True, which=1)
    p = leiden(run)
    actors.pagerank(directed=False, damping=0.85, weights="weight")
    actors.constraint(weights="weight")
    return p.membership, g.betweenness(directed=False)


def betweenness(g):
    """Beyond 100,000 vertices from 1,000 of the sources, with the time that all would take."""
    def run(number):
        n = g.vcount()
        if n <= 100_000:
            return g.betweenness(directed=False)
        sources = random.Random(number).sample(range(n), 1000)
        start, start_cpu = time.perf_counter(), time.process_time()
        g.betweenness(directed=False, sources=sources, targets=range(n))
        times = n / len(sources)
        return Timed(None, times * (time.perf_counter() - start), times * (time.process_time() - start_cpu),
                     resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
    return run


def runs(number):
    """100 runs, beyond 100,000 vertices five, with the time that 100 would take."""
    times = 1 if two_mode.vcount() <= 100_000 else 20
    start, start_cpu = time.perf_counter(), time.process_time()
    found = [leiden(number + i) for i in range(100 // times)]
    return Timed(found, times * (time.perf_counter() - start), times * (time.process_time() - start_cpu),
                 resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)


def betweenness_check(b):
    return "1000 of the sources, time scaled" if b is None else scores(b)


serve("igraph " + igraph.__version__, {
    "projection": (lambda _: two_mode.bipartite_projection(types=types, multiplicity=True, which=1),
                   lambda g: "%d edges" % g.ecount(), 0),
    "leiden": (leiden, lambda p: modularity(p.membership), 0),
    "pagerank": (lambda _: actors.pagerank(directed=False, damping=0.85, weights="weight"), scores, 0),
    "constraint": (lambda _: actors.constraint(weights="weight"), scores, 0),
    "structural holes": (lambda _: actors.constraint(weights="weight"), scores, 0),
    "clustering": (lambda _: actors.transitivity_local_undirected(mode="zero"), scores, 0),
    "coreness": (lambda _: actors.coreness(), scores, 0),
    "cuts": (lambda _: actors.articulation_points(), lambda p: "%d points" % len(p), 0),
    "closeness": (lambda _: actors.harmonic_centrality(normalized=False), lambda h: scores(np.nan_to_num(h)), 5_000),  # minutes beyond
    "betweenness": (betweenness(actors), betweenness_check, 0),
    "co-assignment": (runs, lambda r: "%d groups, %d runs" % (len(r[0]), len(r)), 0),
    "open": (open_region, lambda r: "Q %.4f, %s" % (float(modularity(r[0]).split()[1]), scores(r[1])), 0),
    "two-mode betweenness": (betweenness(two_mode), betweenness_check, 0),
})
