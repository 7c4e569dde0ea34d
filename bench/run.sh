#!/usr/bin/env bash
# Times our measures beside igraph's, small and middle size, and writes
# docs/benchmarks.md. SIZES="S" is a minute; M takes some ten minutes for
# igraph's betweenness. PYTHON names a Python that has igraph and numpy.
set -eu
cd "$(dirname "$0")/.."
page=docs/benchmarks.md
part=$(mktemp)
trap 'rm -f "$part"' EXIT
text="# Benchmarks

Made by \`make bench\`. Both libraries run in turns on the same network.
"
for size in ${SIZES:-S M}; do
	go run ./bench -size "$size" -python "${PYTHON:-python3}" -out "$part" "$@"
	text+="
$(cat "$part")
"
done
printf '%s' "$text" >"$page"
echo "written: $page"
