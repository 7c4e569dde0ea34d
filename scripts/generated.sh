#!/usr/bin/env bash
# Generated code must be what the contract gives today.
set -eu -o pipefail
before=$(mktemp -d)
trap 'rm -rf "$before"' EXIT
files=(server/api/api.gen.go frontend/src/api/schema.gen.ts)
for f in "${files[@]}"; do cp "$f" "$before/$(basename "$f")"; done
make --silent generate
for f in "${files[@]}"; do
  if ! cmp -s "$f" "$before/$(basename "$f")"; then
    echo "$f was not up to date with server/openapi.yaml; it is now: commit it" >&2
    exit 1
  fi
done
