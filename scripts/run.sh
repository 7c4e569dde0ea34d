#!/usr/bin/env bash
# Loads the example into the store that STORE names and shows it until Ctrl-C:
# sqlite:PATH; neo4j, a server that begins and ends with this; or neo4j://HOST:PORT
# and its kin, one that is there, with user and password from the environment.
set -eu -o pipefail
cd "$(dirname "$0")/.."
server= program=

# Each part has a process group of its own, so that Ctrl-C reaches this script
# alone, which ends the program before the server.
set -m

finish() {
  local code=$?
  trap '' INT TERM
  for part in $program $server; do
    kill -TERM "$part" 2>/dev/null && wait "$part" 2>/dev/null || true
  done
  exit "$code"
}
trap finish EXIT
trap 'exit 0' INT TERM

# start_server starts Neo4j and waits until it answers.
start_server() {
  local log=.neo4j/server.log
  mkdir -p .neo4j
  bash scripts/neo4j.sh fetch
  bash scripts/neo4j.sh run "$BOLT" >"$log" 2>&1 &
  server=$!
  echo "Neo4j starts; its log is $log"
  until grep -q ' Started\.$' "$log"; do
    if ! kill -0 "$server" 2>/dev/null; then
      tail -n 20 "$log" >&2
      echo 'Neo4j did not start; what it said stands above. (Another port: make run STORE=neo4j BOLT=HOST:PORT)' >&2
      exit 1
    fi
    sleep 0.2
  done
  # Its first answers take their time on a busy machine.
  export HANKEVERKKO_STORE_TIMEOUT=${HANKEVERKKO_STORE_TIMEOUT:-30s}
  export HANKEVERKKO_STORE_USER=neo4j HANKEVERKKO_STORE_PASSWORD
  HANKEVERKKO_STORE_PASSWORD=$(<.neo4j/password)
  echo "Neo4j answers at bolt://$BOLT (user neo4j, password in .neo4j/password)"
  STORE=bolt://$BOLT
}

[[ $STORE != neo4j ]] || start_server

"$BIN" import --example --store "$STORE" </dev/null &
program=$!
wait "$program"
"$BIN" serve --store "$STORE" --addr "$ADDR" </dev/null &
program=$!
wait -n $program $server || code=$?
if [[ -n $server ]] && ! kill -0 "$server" 2>/dev/null; then
  tail -n 20 .neo4j/server.log >&2
  echo 'Neo4j has ended; its last words stand above.' >&2
  exit 1
fi
exit "${code:-0}"
