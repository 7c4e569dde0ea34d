#!/usr/bin/env bash
# Runs a command while a scratch Neo4j with OpenGDS stands beside it, which the
# bench then meets:
#
#   bench/opengds/with.sh DIR make bench PYTHON=V/bin/python3
#
# DIR keeps the jars (Maven fetches them once) and the database, which the bench
# empties. Needs Java 17 and Maven here, and the module neo4j in that Python.
set -eu -o pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
[[ $# -ge 2 ]] || { sed -n '2,8p' "$0" >&2; exit 2; }
mkdir -p "$1"
dir=$(cd "$1" && pwd)
shift
lib=$dir/lib home=$dir/home port=${BENCH_PORT:-17687}

fetch() { # folder, what of the group of OpenGDS: include or exclude
  [[ -d $1 ]] && return
  mvn -q -B -f "$here/pom.xml" dependency:copy-dependencies -DincludeScope=runtime "-D$2GroupIds=org.neo4j.gds" -DoutputDirectory="$1.part"
  mv "$1.part" "$1"
}
fetch "$lib" exclude
mkdir -p "$home/conf"
fetch "$home/plugins" include
cat >"$home/conf/neo4j.conf" <<CONF
server.default_listen_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:$port
server.http.enabled=false
server.memory.pagecache.size=256m
dbms.usage_report.enabled=false
dbms.security.procedures.unrestricted=gds.*
CONF
rm -rf "$home/data" # a scratch database with a password of its own
BENCH_PASSWORD=$(head -c 18 /dev/urandom | base64 | tr '+/' 'ab')
export BENCH_PASSWORD BENCH_BOLT=bolt://127.0.0.1:$port
NEO4J_HOME=$home NEO4J_CONF=$home/conf java -cp "$lib/*" org.neo4j.cli.AdminTool dbms set-initial-password "$BENCH_PASSWORD" >"$dir/server.log" 2>&1
# The server looks for procedures in its folder of plugins and for extensions on the class path.
java -Xms512m -Xmx6g -XX:+UseG1GC -cp "$home/plugins/*:$lib/*" \
  --add-opens=java.base/java.nio=ALL-UNNAMED --add-opens=java.base/java.io=ALL-UNNAMED --add-opens=java.base/sun.nio.ch=ALL-UNNAMED \
  org.neo4j.server.CommunityEntryPoint --home-dir="$home" --config-dir="$home/conf" >>"$dir/server.log" 2>&1 &
export BENCH_SERVER=$!
trap 'kill $BENCH_SERVER 2>/dev/null; wait $BENCH_SERVER 2>/dev/null || true' EXIT
for ((tries = 0; ; tries++)); do
  (echo >"/dev/tcp/127.0.0.1/$port") 2>/dev/null && break
  kill -0 "$BENCH_SERVER" 2>/dev/null && [[ $tries -lt 240 ]] || { tail -n 5 "$dir/server.log" >&2; exit 1; }
  sleep 0.5
done
"$@"
