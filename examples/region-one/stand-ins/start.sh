#!/usr/bin/env bash
# Bring the stand-ins of one color (or of an environment without colors) to this release: what runs there is
# replaced. Running it again is harmless.
#
# Usage: stand-ins/start.sh SERVICE...   each listens on the port in <SERVICE>_PORT
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=common.sh
. "$here/common.sh"

start_instance() {
  local service=$1 dir port_name port pid
  dir=$(color_dir "${CHANGEOVER_COLOR:-}")/$service
  port_name=$(printf '%s' "$service" | tr 'a-z-' 'A-Z_')_PORT
  port=${!port_name:?is the port of $service}

  stop_instance "$dir"
  mkdir -p "$dir"
  cp "$here/service.mjs" "$dir/service.mjs"

  # shellcheck disable=SC2086 # setsid is one word or none
  STAND_IN_PORT=$port STAND_IN_KEY_FILE=$key_file STAND_IN_PID_FILE=$dir/pid \
    STAND_IN_RELEASE=${CHANGEOVER_RELEASE:-unreleased} STAND_IN_COLOR=${CHANGEOVER_COLOR:-} \
    nohup $setsid "$node" "$dir/service.mjs" "$service" >"$dir/log" 2>&1 </dev/null &
  pid=$!

  # the service writes its pid file when its port is open
  for _ in {1..200}; do
    if [[ -f $dir/pid ]]; then
      printf '%s of release %s answers on 127.0.0.1:%s\n' "$service" "${CHANGEOVER_RELEASE:-unreleased}" "$port"
      return
    fi
    kill -0 "$pid" 2>/dev/null || break
    sleep 0.05
  done
  kill -KILL "$pid" 2>/dev/null || true
  tail -n 20 "$dir/log" >&2
  fail "$service did not start on 127.0.0.1:$port; its log is above."
}

[[ $# -gt 0 ]] || fail 'name at least one service: keystone, glance or placement'
"$here/schema.sh" prepare
# a session of its own, so that a service does not end with the command that started it
setsid=$(command -v setsid || true)
for service in "$@"; do
  start_instance "$service"
done
