"""igraph's Leiden until nothing changes: a request a line, a membership a line."""
import json
import random
import sys

import igraph

print(igraph.__version__, flush=True)
for line in sys.stdin:
    request = json.loads(line)
    random.seed(request["seed"])
    graph = igraph.Graph(request["n"], request["edges"])
    if request["potts"]:
        found = graph.community_leiden("CPM", resolution=request["resolution"], n_iterations=-1)
    else:
        found = graph.community_leiden("modularity", n_iterations=-1)
    print(json.dumps(found.membership), flush=True)
