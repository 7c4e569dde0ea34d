#!/usr/bin/env bash
# Times our measures beside those of other libraries and the reading of large
# sheets, and writes docs/benchmarks.md. S takes some three minutes, M an hour
# for the others' betweenness; of L, name the measures (SIZES=L make bench would
# take days over betweenness). PYTHON names a Python with numpy
# and what of igraph, networkit, leidenalg, scipy, networkx, pandas and openpyxl
# shall be met, for example from
#   python3 -m venv V && V/bin/pip install igraph networkit leidenalg scipy networkx pandas openpyxl
# SIZES names other sizes, FOLDERS adds networks of files (bench -dir), SHEETS=0
# leaves out the sheets.
set -eu
cd "$(dirname "$0")/.."
page=docs/benchmarks.md
python=${PYTHON:-python3}
part=$(mktemp)
trap 'rm -f "$part"' EXIT
text="# Benchmarks

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
for folder in ${FOLDERS:-}; do
  go run ./bench -dir "$folder" -python "$python" -out "$part" "$@"
  add
done
if [[ ${SHEETS:-1} != 0 ]]; then
  make build
  go run ./bench/sheets -python "$python" -out "$part"
  text+="
## Sheets of 200,000 rows
"
  add
fi
printf '%s' "$text" >"$page"
echo "written: $page"
