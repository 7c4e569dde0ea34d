#!/usr/bin/env bash
# Runs every part of the tests and says at the end what ran and what did not.
set -u
ran=() failed=() skipped=()

part() { # name, command...
  local name=$1
  shift
  echo "== $name"
  if "$@"; then ran+=("$name"); else failed+=("$name"); fi
}

skip() { [[ ",${SKIP:-}," == *",$1,"* ]]; }

# The store is tested on a real Neo4j server, never on a stand-in.
if skip neo4j; then
  skipped+=('tests on a Neo4j server (SKIP=neo4j)')
  export HANKEVERKKO_SKIP=neo4j
elif bash scripts/neo4j.sh fetch; then
  export HANKEVERKKO_NEO4J=${HANKEVERKKO_NEO4J:-$PWD/.neo4j}
  ran+=('a Neo4j server for the Go tests')
else
  echo 'There is no Neo4j server to test on; how to get one is said above.'
  echo 'To leave those tests out, in so many words: make test SKIP=neo4j'
  failed+=('tests on a Neo4j server: none could be had')
  export HANKEVERKKO_SKIP=neo4j
fi
# Servers that start and are killed take their time on a busy machine.
part 'Go tests' go test -timeout 40m ./...
part 'Go tests with the race detector' env HANKEVERKKO_KILLS=3 go test -timeout 40m -short -race ./...
part 'front-end unit tests' npm --prefix frontend test --silent
if skip browser; then
  skipped+=('browser tests (SKIP=browser)')
elif [[ -z ${CHROMIUM:-} ]]; then
  echo 'No Chromium was found. Install it (Debian: apt-get install chromium), name it with CHROMIUM=/path,'
  echo 'or leave the browser tests out with: make test SKIP=browser'
  failed+=('browser tests: no Chromium')
else
  part 'browser tests' npm --prefix frontend run e2e --silent
fi

echo
printf 'ran:     %s\n' "${ran[@]:-nothing}"
[[ ${#skipped[@]} -eq 0 ]] || printf 'skipped: %s\n' "${skipped[@]}"
[[ ${#failed[@]} -eq 0 ]] || printf 'FAILED:  %s\n' "${failed[@]}"
echo "${#ran[@]} passed, ${#failed[@]} failed, ${#skipped[@]} skipped"
[[ ${#failed[@]} -eq 0 ]]
