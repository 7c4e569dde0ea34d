#!/usr/bin/env bash
# Times our measures beside those of other libraries, small and middle size, and
# writes docs/benchmarks.md. S takes some three minutes, M half an hour for the
# others' betweenness. PYTHON names a Python with numpy and what of igraph,
# networkit, leidenalg, scipy and networkx shall be met, for example from
#   python3 -m venv V && V/bin/pip install igraph networkit leidenalg scipy networkx
set -eu
cd "$(dirname "$0")/.."
page=docs/benchmarks.md
part=$(mktemp)
trap 'rm -f "$part"' EXIT
text="# Benchmarks

Made by \`make bench\`. All libraries run in turns on the same network, each in a process of its own.
"
for size in ${SIZES:-S M}; do
	go run ./bench -size "$size" -python "${PYTHON:-python3}" -out "$part" "$@"
	text+="
$(cat "$part")
"
done
printf '%s' "$text" >"$page"
echo "written: $page"
