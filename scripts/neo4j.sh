#!/usr/bin/env bash
# A Neo4j Community server without Docker, for tests and for trying out.
#
#   scripts/neo4j.sh fetch             the server's jars into .neo4j/lib, once
#   scripts/neo4j.sh run [HOST:PORT]   a server in the foreground, bolt at 127.0.0.1:7687
#   scripts/neo4j.sh pin               writes the checksums of the jars that the pom names today
#
# .neo4j/home keeps the server's data, .neo4j/password the password of its user
# neo4j. HANKEVERKKO_NEO4J names another folder than .neo4j.
set -eu -o pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
folder=${HANKEVERKKO_NEO4J:-$(dirname "$here")/.neo4j}
pom=$here/neo4j/pom.xml
checksums=$here/neo4j/jars.sha256
lib=$folder/lib home=$folder/home password=$folder/password

say() { echo "neo4j: $*" >&2; }
fail() { for line in "$@"; do say "$line"; done; exit 1; }

# find_java prints the first Java that the server runs on: 17 or 21.
find_java() {
  local candidate
  for candidate in "${JAVA_HOME:-}/bin/java" "$(type -P java || true)" /usr/lib/jvm/*-{17,21}-*/bin/java; do
    [[ -x $candidate ]] || continue
    if "$candidate" -version 2>&1 | grep -Eq '^[^ ]+ version "(17|21)[."]'; then
      echo "$candidate"
      return
    fi
  done
  return 1
}

need_java() {
  java=$(find_java) || fail 'Java 17 or 21 is missing: Neo4j 5.26 runs on no other.' \
    'Install it (Debian: apt-get install openjdk-17-jre-headless) or name it with JAVA_HOME.'
}

need_maven() {
  command -v mvn >/dev/null || fail 'Maven is missing: the jars of Neo4j come through it.' \
    'Install it (Debian: apt-get install maven).'
}

# room asks for free space, in megabytes.
room() { # megabytes
  local free
  free=$(df --output=avail -m "$folder" | tail -n 1)
  [[ $free -ge $1 ]] || fail "Only $((free)) MB are free at $folder; $1 MB are needed." 'Make room and run this again.'
}

# whole tells whether a folder holds the pinned jars, all of them and no other.
whole() { # folder
  [[ -d $1 && $(find "$1/" -name '*.jar' | wc -l) -eq $(wc -l <"$checksums") ]] &&
    (cd "$1" && sha256sum --check --quiet --strict "$checksums") >/dev/null 2>&1
}

# download copies the jars that the pom names into a folder.
download() { # folder
  local log=$1.log
  if ! JAVA_HOME=$(dirname "$(dirname "$(readlink -f "$java")")") mvn -q -B -f "$pom" ${HANKEVERKKO_MAVEN_CACHE:+-Dmaven.repo.local="$HANKEVERKKO_MAVEN_CACHE"} \
    dependency:copy-dependencies -DoutputDirectory="$1" -DincludeScope=runtime >"$log" 2>&1; then
    grep -E 'ERROR|No space left' "$log" | head -n 5 >&2 || tail -n 5 "$log" >&2
    fail 'The jars of Neo4j could not be fetched; what Maven says stands above.' \
      'Check the network, Maven'"'"'s settings and the free space, and run this again: it goes on where it stopped.'
  fi
}

# staged makes a temporary folder beside the jars that goes away with the script.
staged() {
  mkdir -p "$folder"
  room 400
  find "$folder" -maxdepth 1 -name 'fetch.*' -mmin +60 -exec rm -rf {} + # left by a fetch that was killed
  stage=$(mktemp -d "$folder/fetch.XXXXXX")
  trap 'rm -rf "$stage" "$stage.log"' EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM
}

fetch() {
  need_java
  whole "$lib" && return
  need_maven
  staged
  say "fetching Neo4j $(sed -n 's|^  <version>\(.*\)</version>|\1|p' "$pom") (some 120 MB, once) ..."
  download "$stage"
  whole "$stage" || fail "The jars are not those of $checksums." 'Clear them from the Maven cache (~/.m2/repository/org/neo4j) and run this again.'
  if ! whole "$lib"; then # another fetch may have been quicker
    rm -rf "$lib"
    chmod 755 "$stage"
    mv -T "$stage" "$lib"
  fi
  rm -rf "$stage" "$stage.log"
  say "the jars are in $lib"
}

pin() {
  need_java
  need_maven
  staged
  download "$stage"
  (cd "$stage" && sha256sum -- *.jar) >"$checksums"
  say "$(wc -l <"$checksums") jars in $checksums"
}

# options of the server: little memory, and what its libraries ask of Java.
options=(-Xms128m -Xmx1g -XX:+UseG1GC -XX:+ExitOnOutOfMemoryError
  --add-opens=java.base/java.nio=ALL-UNNAMED --add-opens=java.base/java.io=ALL-UNNAMED --add-opens=java.base/sun.nio.ch=ALL-UNNAMED)

settings() { # host port
  cat <<EOF
# Written anew at each start by scripts/neo4j.sh.
server.default_listen_address=$1
server.bolt.listen_address=$1:$2
server.http.enabled=false
server.memory.pagecache.size=128m
db.tx_log.preallocate=false
dbms.security.auth_enabled=true
dbms.usage_report.enabled=false
server.logs.debug.enabled=false
EOF
}

# first_password makes the password, once, and gives it to a server that was
# never started. It goes through a file: a command line is for all to see.
first_password() {
  local started=$home/data/databases/system arguments
  if [[ ! -s $password ]]; then
    [[ ! -d $started ]] || fail "The password of $home is gone: $password is missing." \
      'Put the file back, or remove the folder home beside it to begin anew (that removes its data).'
    (umask 077 && set +o pipefail && tr -dc 'A-Za-z0-9' </dev/urandom | head -c 32 >"$password.new")
    mv "$password.new" "$password"
  fi
  [[ -d $started || -s $home/data/dbms/auth.ini ]] && return
  arguments=$home/arguments
  (umask 077 && echo "-cp \"$lib/*\" org.neo4j.cli.AdminTool dbms set-initial-password $(<"$password")" >"$arguments")
  if ! NEO4J_HOME=$home NEO4J_CONF=$home/conf "$java" "@$arguments" >"$home/first.log" 2>&1; then
    rm -f "$arguments"
    tail -n 5 "$home/first.log" >&2
    fail 'The initial password could not be set; what Neo4j says stands above.'
  fi
  rm -f "$arguments" "$home/first.log"
}

run() { # host:port
  local host=${1%:*} port=${1##*:}
  [[ $1 == *:* && -n $host && $port =~ ^[0-9]+$ ]] || fail "$1 is no address: want HOST:PORT, for example 127.0.0.1:7687."
  fetch
  mkdir -p "$home/conf" "$home/data" "$home/logs"
  room 300
  # The lock lives as long as the server does and no longer, whatever ends it.
  exec 9>>"$home/lock"
  if ! flock --nonblock 9; then
    fail "A server already runs from $home (process $(<"$home/lock"))." 'Use that one, or stop it first.'
  fi
  if (exec 3<>"/dev/tcp/$host/$port") 2>/dev/null; then
    fail "Port $port of $host is taken by another program, perhaps another Neo4j." \
      "Use another one: scripts/neo4j.sh run $host:$((port + 1))"
  fi
  settings "$host" "$port" >"$home/conf/neo4j.conf"
  first_password
  : >"$home/lock"
  echo $$ >&9
  say "bolt://$host:$port, user neo4j, password in $password; Ctrl-C ends it"
  exec "$java" "${options[@]}" -cp "$lib/*" org.neo4j.server.CommunityEntryPoint --home-dir="$home" --config-dir="$home/conf" --console-mode
}

case ${1:-} in
fetch) fetch ;;
run) run "${2:-127.0.0.1:7687}" ;;
pin) pin ;;
*)
  sed -n '4,6s/^# *//p' "${BASH_SOURCE[0]}" >&2
  exit 2
  ;;
esac
