#!/usr/bin/env bash
# End the lab: its HAProxy and its stand-ins. The map file stays, so that the next start goes on as it was.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. lab/common.sh

pid=$(cat "$lab_dir/pid" 2>/dev/null || true)
if is_lab_haproxy "$pid"; then
  kill -TERM "$pid"
  for _ in {1..100}; do
    is_lab_haproxy "$pid" || break
    sleep 0.05
  done
  ! is_lab_haproxy "$pid" || fail "HAProxy (process $pid) does not end"
fi
rm -f "$lab_dir/pid"
./stand-ins/stop.sh
