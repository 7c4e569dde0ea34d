import os

import neo4j

# A scratch server with OpenGDS, as bench/opengds/with.sh starts it: it is emptied.
db = neo4j.GraphDatabase.driver(os.environ["BENCH_BOLT"], auth=("neo4j", os.environ["BENCH_PASSWORD"]), notifications_min_severity="OFF")
server = os.environ.get("BENCH_SERVER")


def ask(text, **parameters):
    with db.session() as s:
        return [r.data() for r in s.run(text, **parameters)]


def unwind(text, *columns):
    rows = [list(x) for x in zip(*(c.tolist() for c in columns))]
    for i in range(0, len(rows), 20_000):
        ask("UNWIND $rows AS r " + text, rows=rows[i:i + 20_000])


def server_cpu():
    with open("/proc/%s/stat" % server) as f:
        fields = f.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def server_peak():
    with open("/proc/%s/status" % server) as f:
        return next(int(line.split()[1]) // 1024 for line in f if line.startswith("VmHWM"))


def loaded(name, path):
    """The catalogue's graph of a file, once it is asked for."""
    if name in loaded.names:
        return name
    n, u, v, w = edges(path)
    label = "V" + name
    ask("CREATE CONSTRAINT %s IF NOT EXISTS FOR (a:%s) REQUIRE a.no IS UNIQUE" % (name, label))
    unwind("CREATE (:%s {no: r[0]})" % label, np.arange(n))
    unwind("MATCH (a:%s {no: r[0]}), (b:%s {no: r[1]}) CREATE (a)-[:%s {w: r[2]}]->(b)" % (label, label, name.upper()), u, v, w)
    ask("CALL gds.graph.project($name, $label, $types, {nodeProperties: 'no'}) YIELD graphName", name=name, label=label,
        types={name.upper(): {"orientation": "UNDIRECTED", "properties": "w"}})
    loaded.names.add(name)
    return name


loaded.names = set()


def algorithm(call, name, path, **configuration):
    """Runs it and tells the library's own time; threads as many as are faster."""
    def run(number):
        graph = loaded(name, path)
        ask("CALL gds.graph.nodeProperties.drop($g, ['x'], {failIfMissing: false}) YIELD graphName", g=graph)
        before = server_cpu()
        row = ask("CALL gds.%s.mutate($g, $c) YIELD computeMillis" % call, g=graph, c={"mutateProperty": "x", "concurrency": 2, **configuration})[0]
        return Timed(graph, row["computeMillis"] / 1000, server_cpu() - before, server_peak())
    return run


def values(graph):
    rows = ask("CALL gds.graph.nodeProperties.stream($g, ['no', 'x']) YIELD nodeId, nodeProperty, propertyValue "
               "RETURN nodeId AS n, nodeProperty AS k, propertyValue AS x", g=graph)
    place = {r["n"]: r["x"] for r in rows if r["k"] == "no"}
    found = np.zeros(len(place))
    for r in rows:
        if r["k"] == "x":
            found[place[r["n"]]] = r["x"]
    return found


ask("MATCH (x) CALL (x) { DETACH DELETE x } IN TRANSACTIONS OF 5000 ROWS")
for old in ask("CALL gds.graph.list() YIELD graphName AS g"):
    ask("CALL gds.graph.drop($g) YIELD graphName", g=old["g"])

weighted = {"relationshipWeightProperty": "w"}
serve("OpenGDS %s" % ask("RETURN gds.version() AS v")[0]["v"], {
    # Its Leiden is faster on one thread than on two.
    "leiden": (algorithm("leiden", "actors", ACTORS, **{**weighted, "concurrency": 1}), lambda g: modularity(values(g)), 0),
    "pagerank": (algorithm("pageRank", "actors", ACTORS, **weighted, maxIterations=200, tolerance=1e-10), lambda g: scores(values(g) / len(values(g))), 0),
    "betweenness": (algorithm("betweenness", "actors", ACTORS), lambda g: scores(values(g)), 0),
    "two-mode betweenness": (algorithm("betweenness", "twomode", TWO_MODE), lambda g: scores(values(g)), 0),
})
