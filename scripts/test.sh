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

part 'Go tests' go test ./...
part 'Go tests with the race detector' env HANKEVERKKO_KILLS=3 go test -short -race ./...
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
