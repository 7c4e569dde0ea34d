#!/usr/bin/env bash
# Times our measures beside those of other libraries and the reading of large
# sheets, and writes the tables of docs/benchmarks.md; what is written there above
# them stays. S takes some three minutes, M an hour and a half for the others'
# betweenness; of L, name the measures (bench/run.sh -only projection,leiden).
#   PYTHON  Pythons with numpy, by comma; met is what they can import of igraph,
#           networkit, leidenalg, scipy, networkx, graph_tool, pandas and openpyxl:
#             python3 -m venv V && V/bin/pip install igraph networkit leidenalg scipy networkx pandas openpyxl neo4j
#             apt-get install python3-graph-tool; PYTHON=V/bin/python3,/usr/bin/python3
#   NODE_PATH  where npm installed graphology, graphology-communities-louvain,
#           graphology-metrics and graphology-layout-forceatlas2
#   bench/opengds/with.sh DIR make bench  meets OpenGDS in a real Neo4j as well
#   SIZES   other sizes; TIES adds tables (bench -ties); SHEETS=0 leaves out the sheets
set -eu
cd "$(dirname "$0")/.."
page=docs/benchmarks.md
python=${PYTHON:-python3}
part=$(mktemp)
trap 'rm -f "$part"' EXIT
text="$(sed '/^## Tables$/,$d' "$page")

## Tables

Made by \`make bench\`. All libraries run in turns on the same network, each in a process of its own.
"
add() { # what the command before has written
  text+="
$(cat "$part")
"
}
for size in ${SIZES:-S M}; do
  go run ./bench -size "$size" -python "$python" -out "$part" "$@"
  add
done
for table in ${TIES:-}; do
  go run ./bench -ties "$table" -python "$python" -out "$part" "$@"
  add
done
if [[ ${SHEETS:-1} != 0 ]]; then
  make build
  go run ./bench/sheets -python "${python%%,*}" -out "$part"
  text+="
### Sheets of 200,000 rows
"
  add
fi
printf '%s' "$text" >"$page"
echo "written: $page"
