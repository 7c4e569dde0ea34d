"""Makes reference.json: every measure of the table on small named networks of
projects and actors, by networkx and igraph, and written out where neither has it.

    python reference.py > reference.json

Needs networkx, igraph, numpy and scipy. A network is a list of projects, each a
list of the actors in it. A network of one kind is given as a project for each
tie. region.json, a real region of the example, is written by
go test ./graph/analysis -run TestRegion -write. Actor v is in group v modulo 3,
the actors v with v modulo 7 = 6 in none. An undefined score is null.

Conventions, where packages differ:
- betweenness: pairs without order, not divided by their number.
- closeness: networkx with wf_improved; igraph's is over the part alone.
- eigenvector: of the largest part, or of each of several equally large ones,
  the greatest score 1; networkx scales to length 1 and refuses a network in parts.
- PageRank of igraph treats a network without ties apart: networkx alone.
- constraint: networkx gives an isolate NaN, as here.
- effective size, efficiency and hierarchy: Burt's sums written out; efficiency
  and hierarchy are in neither package.
- clustering: 0 with fewer than two neighbours (networkx, igraph mode="zero").
- brokerage roles, and what is expected of them, written out here; those of R's sna are in graph/brokerage.
- redundancy: networkx refuses an actor with fewer than two projects: null.
- sole connector: by taking each actor out (networkx); igraph's articulation points
  are those above 0.
- participation, its expectation and within group: in neither package; bctpy's
  participation_coef and module_degree_zscore give the same where all have a group.
- within group: deviation with n below, 0 where it is 0.
"""
import itertools
import json
import math
import os
import sys

import igraph
import networkx as nx
import numpy as np
from networkx.algorithms import bipartite
from scipy.stats import hypergeom


def ties(g):
    order = {v: i for i, v in enumerate(sorted(g))}
    return [sorted((order[u], order[v])) for u, v in g.edges()]


def southern_women():
    g = nx.davis_southern_women_graph()
    women = sorted(g.graph["top"])
    events = sorted(g.graph["bottom"], key=lambda e: int(e[1:]))
    return [sorted(women.index(w) for w in g[e]) for e in events]


def two_cliques(n):
    g = nx.disjoint_union(nx.complete_graph(n), nx.complete_graph(n))
    g.add_edge(n - 1, n)
    return g


here = os.path.dirname(os.path.abspath(__file__))
with open(os.path.join(here, "region.json")) as file:
    region = json.load(file)

# name: (actors, projects)
networks = {
    "empty": (0, []),
    "one actor": (1, [[0]]),
    "isolates": (4, [[0], [1], [2], [3]]),
    "pair": (2, [[0, 1]]),
    "path": (7, ties(nx.path_graph(7))),
    "cycle": (8, ties(nx.cycle_graph(8))),
    "star": (6, ties(nx.star_graph(5))),
    "clique": (6, ties(nx.complete_graph(6))),
    "one consortium": (6, [[0, 1, 2, 3, 4, 5]]),
    "two cliques and a bridge": (10, ties(two_cliques(5))),
    "ring of cliques": (24, ties(nx.ring_of_cliques(6, 4))),
    "apart": (9, [[0, 1], [0, 2], [1, 2], [3, 4], [4, 5], [6, 7], [8]]),
    "zachary": (34, ties(nx.karate_club_graph())),
    "florentine": (15, ties(nx.florentine_families_graph())),
    "southern women": (18, southern_women()),
    "region": (region["actors"], region["projects"]),
}


def close(a, b, what, tolerance=1e-9):
    for x, y in zip(a, b, strict=True):
        if not (math.isnan(x) and math.isnan(y)) and not abs(x - y) <= tolerance:
            sys.exit(f"{what}: {x} and {y}")
    return a


def projected(n, projects, weight):
    g = nx.empty_graph(n)
    for actors in projects:
        for u, v in itertools.combinations(actors, 2):
            w = weight(len(actors))
            g.add_edge(u, v, weight=g.get_edge_data(u, v, {"weight": 0})["weight"] + w)
    return g


def burt(g):
    """Constraint by contact, effective size."""
    constraint, size = [], []
    total = {v: sum(d["weight"] for d in g[v].values()) for v in g}
    p = lambda v, j: g[v][j]["weight"] / total[v] if j in g[v] else 0.0
    for v in g:
        constraint.append([(p(v, j) + sum(p(v, q) * p(q, j) for q in g[v] if q != j)) ** 2 for j in g[v]])
        heaviest = {j: max(d["weight"] for d in g[j].values()) for j in g[v]}
        size.append(sum(1 - sum(p(v, q) * g[j][q]["weight"] / heaviest[j] for q in g[v] if q in g[j]) for j in g[v]) if g[v] else math.nan)
    return constraint, size


def hierarchy(parts):
    n = len(parts)
    if n < 2:
        return 1.0 if n else math.nan
    mean = sum(parts) / n
    return sum(c / mean * math.log(c / mean) for c in parts if c > 0) / (n * math.log(n))


def roles(g, group):
    counts = {r: [] for r in ("coordinator", "gatekeeper", "itinerant", "liaison")}
    for v in g:
        own = {r: 0 for r in counts}
        for a, b in itertools.combinations([u for u in g[v] if group[u] >= 0], 2):
            if g.has_edge(a, b):
                continue
            x, y, z = group[a], group[b], group[v]
            own["coordinator" if x == y == z else "itinerant" if x == y else "gatekeeper" if z in (x, y) else "liaison"] += 1
        for r in counts:
            counts[r].append(own[r] if group[v] >= 0 else math.nan)
    return counts


def dealt_roles(g, group):
    """Mean and z of the roles over all deals of the others' groups: the chance of
    each pattern of two, three or four others by going through their labels."""
    names = ("coordinator", "gatekeeper", "itinerant", "liaison")
    expected, z = {r: [] for r in names}, {r: [] for r in names}
    counts = roles(g, group)
    kinds = sorted({k for k in group if k >= 0})

    def role(own, x, y):
        return "coordinator" if x == y == own else "itinerant" if x == y else "gatekeeper" if own in (x, y) else "liaison"

    for v in g:
        if group[v] < 0:
            for r in names:
                expected[r].append(math.nan)
                z[r].append(math.nan)
            continue
        size = {k: sum(x == k for x in group) - (k == group[v]) for k in kinds}
        others = sum(size.values())

        def chance(r, pairs, n):  # that all pairs, of n others, make the role
            total = 0.0
            for labels in itertools.product(kinds, repeat=n):
                ways = 1.0
                for i, k in enumerate(labels):
                    ways *= max(0, size[k] - labels[:i].count(k)) / max(1, others - i)
                if all(role(group[v], labels[a], labels[b]) == r for a, b in pairs):
                    total += ways
            return total

        pairs = [(a, b) for a, b in itertools.combinations([u for u in g[v] if group[u] >= 0], 2) if not g.has_edge(a, b)]
        sharing = sum(len({*p, *q}) == 3 for p, q in itertools.combinations(pairs, 2))
        apart = len(pairs) * (len(pairs) - 1) // 2 - sharing
        for r in names:
            mean = len(pairs) * chance(r, [(0, 1)], 2)
            square = mean + 2 * sharing * chance(r, [(0, 1), (0, 2)], 3) + 2 * apart * chance(r, [(0, 1), (2, 3)], 4)
            variance = square - mean * mean
            expected[r].append(mean)
            z[r].append((counts[r][v] - mean) / math.sqrt(variance) if variance > 1e-9 else math.nan)
    return {**{f"role_{r}_expected": x for r, x in expected.items()}, **{f"role_{r}_z": x for r, x in z.items()}}


def participation(g, group):
    scores = []
    for v in g:
        met = [group[u] for u in g[v] if group[u] >= 0]
        scores.append(1 - sum((met.count(k) / len(met)) ** 2 for k in set(met)) if met else math.nan)
    return scores


def participation_expected(g, group):
    """Over all ways to deal out the groups: hypergeometric counts, summed up one by one."""
    dealt = [k for k in group if k >= 0]
    sizes = [dealt.count(k) for k in set(dealt)]
    scores = []
    for v in g:
        k = sum(group[u] >= 0 for u in g[v])
        same = sum((j / k) ** 2 * hypergeom.pmf(j, len(dealt), m, k) for m in sizes for j in range(1, k + 1))
        scores.append(1 - float(same) if k else math.nan)
    return scores


def within(g, group):
    own = [sum(group[u] == group[v] for u in g[v]) for v in g]
    scores = []
    for v in g:
        if group[v] < 0:
            scores.append(math.nan)
            continue
        fellows = np.array([own[u] for u in g if group[u] == group[v]], dtype=float)
        scores.append((own[v] - fellows.mean()) / fellows.std() if fellows.std() > 0 else 0.0)
    return scores


def lost(g, h):
    scores = []
    for v in g:
        rest = g.subgraph(nx.node_connected_component(g, v) - {v})
        parts = [len(c) for c in nx.connected_components(rest)]
        scores.append(sum(parts) - max(parts, default=0))
    if sorted(h.articulation_points()) != [v for v, x in enumerate(scores) if x]:
        sys.exit("articulation points of igraph differ")
    return scores


def eigenvector(g, h):
    scores = [0.0] * len(g)
    if g.number_of_edges() == 0:
        return scores
    largest = max(len(c) for c in nx.connected_components(g))
    for part in (sorted(c) for c in nx.connected_components(g) if len(c) == largest):
        x = nx.eigenvector_centrality_numpy(g.subgraph(part), weight="weight") if len(part) > 2 else {v: 1.0 for v in part}
        top = max(x.values())
        for v in part:
            scores[v] = x[v] / top
        sub = h.induced_subgraph(part)
        close([scores[v] for v in part], sub.eigenvector_centrality(weights="weight", scale=True), "eigenvector", 1e-8)
    return scores


def scores(name, n, projects):
    count, newman = projected(n, projects, lambda k: 1), projected(n, projects, lambda k: 1 / (k - 1))
    two = nx.Graph()
    two.add_nodes_from(range(len(projects) + n))
    two.add_edges_from((p, len(projects) + a) for p, actors in enumerate(projects) for a in actors)
    h = igraph.Graph(n=n, edges=list(count.edges()))
    weighted = igraph.Graph(n=n, edges=list(newman.edges()))
    weighted.es["weight"] = [d["weight"] for *_, d in newman.edges(data=True)]
    h2 = igraph.Graph(n=len(two), edges=list(two.edges()))
    group = [-1 if v % 7 == 6 else v % 3 for v in range(n)]
    row = lambda d: [d[v] for v in range(n)]
    if n == 0:
        return {}

    between = nx.betweenness_centrality(count, normalized=False)
    both = nx.betweenness_centrality(two, normalized=False)
    rank = row(nx.pagerank(newman, 0.85, weight="weight", tol=1e-15, max_iter=100_000))
    if newman.number_of_edges():
        close(rank, weighted.pagerank(damping=0.85, weights="weight"), name + " pagerank")
    parts, size = burt(newman)
    constraint = row(nx.constraint(newman, weight="weight"))
    close(constraint, [sum(c) if c else math.nan for c in parts], name + " constraint")
    close(constraint, weighted.constraint(weights="weight"), name + " constraint of igraph")
    if newman.number_of_edges():
        known = nx.effective_size(newman, nodes=list(newman), weight="weight")
        close(size, row(known), name + " effective size")
    actor = [len(projects) + a for a in range(n)]
    redundancy = [math.nan] * n
    for a in range(n):
        if two.degree(actor[a]) > 1:
            redundancy[a] = bipartite.node_redundancy(two, [actor[a]])[actor[a]]
    return {
        "projects": [two.degree(a) for a in actor],
        "degree": row(dict(count.degree())),
        "strength": row(dict(newman.degree(weight="weight"))),
        "closeness": row(nx.closeness_centrality(count)),
        "harmonic": close(row(nx.harmonic_centrality(count)), [(x if x == x else 0) * (n - 1) for x in h.harmonic_centrality()], name + " harmonic"),
        "betweenness": close([both[a] for a in actor], [h2.betweenness()[a] for a in actor], name + " betweenness"),
        "betweenness_projected": close(row(between), h.betweenness(), name + " betweenness projected"),
        "pagerank": rank,
        "eigenvector": eigenvector(newman, weighted),
        "coreness": close(row(nx.core_number(count)), h.coreness(), name + " coreness"),
        "clustering": close(row(nx.clustering(count)), h.transitivity_local_undirected(mode="zero"), name + " clustering"),
        "sole_connector": lost(count, h),
        "redundancy": redundancy,
        "constraint": constraint,
        "effective_size": size,
        "efficiency": [s / len(count[v]) if count[v] else math.nan for v, s in enumerate(size)],
        "hierarchy": [hierarchy(c) for c in parts],
        **{"role_" + r: c for r, c in roles(count, group).items()},
        **dealt_roles(count, group),
        "participation": participation(count, group),
        "participation_expected": participation_expected(count, group),
        "within_group": within(count, group),
    }


def plain(x):
    return None if isinstance(x, float) and math.isnan(x) else x


json.dump({
    "made": f"networkx {nx.__version__}, igraph {igraph.__version__}",
    "networks": {
        name: {"actors": n, "projects": projects, "measures": {m: [plain(x) for x in s] for m, s in scores(name, n, projects).items()}}
        for name, (n, projects) in networks.items()
    },
}, sys.stdout)
print()
