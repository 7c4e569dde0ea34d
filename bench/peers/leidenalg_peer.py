import igraph
import leidenalg

n, u, v, w = edges(ACTORS)
actors = igraph.Graph(n=n, edges=np.column_stack([u, v]))
actors.es["weight"] = w.tolist()


def leiden(run):
    return leidenalg.find_partition(actors, leidenalg.ModularityVertexPartition, weights="weight", n_iterations=2, seed=42 + run)


serve("leidenalg " + leidenalg.__version__, {"leiden": (leiden, lambda p: modularity(p.membership), 0)})
