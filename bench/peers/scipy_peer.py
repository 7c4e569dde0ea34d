import scipy
import scipy.sparse as sparse

n, u, v, _ = edges(TWO_MODE)
# Rows are projects; the projects come first among the vertices.
project, actor = np.minimum(u, v), np.maximum(u, v) - PROJECTS
ties = sparse.csr_matrix((np.ones(len(u)), (project, actor)), shape=(PROJECTS, n - PROJECTS))


def projection(_):
    size = np.asarray(ties.sum(axis=1)).ravel()
    share = np.divide(1.0, size - 1, out=np.zeros_like(size), where=size > 1)
    return sparse.triu(ties.T @ sparse.diags(share) @ ties, k=1)


serve("scipy " + scipy.__version__, {"projection": (projection, lambda p: "%d edges" % p.count_nonzero(), 0)})
