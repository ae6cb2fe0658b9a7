#!/usr/bin/env bash
# Start the lab's HAProxy, and print what `changeover --environment lab` needs to find it:
#
#   eval "$(./lab/up.sh)"
#
# Does nothing but print when it runs already.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. lab/common.sh

haproxy=${HAPROXY:-$(PATH=$PATH:/usr/sbin command -v haproxy || true)}
[[ -n $haproxy ]] || fail 'the lab needs HAProxy 2.4 or later; the laptop environment does without'

export REGION_ONE_BIND_ADDRESS=127.0.0.1
export REGION_ONE_INFRA1=127.0.0.1 REGION_ONE_INFRA2=127.0.0.1 REGION_ONE_INFRA3=127.0.0.1
# stand-ins start fast; their load balancer should notice fast
export REGION_ONE_CHECK_INTERVAL=200ms

pid=$(cat "$lab_dir/pid" 2>/dev/null || true)
if ! is_lab_haproxy "$pid"; then
  mkdir -p "$lab_dir"
  cp haproxy/haproxy.cfg "$lab_dir/haproxy.cfg"
  [[ -f $REGION_ONE_MAP_FILE ]] || cp haproxy/changeover.map "$REGION_ONE_MAP_FILE"
  # -D comes back when the ports are open, or fails with the reason
  "$haproxy" -D -f "$lab_dir/haproxy.cfg" -p "$lab_dir/pid" >"$lab_dir/log" 2>&1 </dev/null || {
    cat "$lab_dir/log" >&2
    fail 'HAProxy did not start; its words are above.'
  }
fi

printf 'export %s=%q\n' \
  REGION_ONE_HAPROXY_SOCKET "$REGION_ONE_HAPROXY_SOCKET" \
  REGION_ONE_MAP_FILE "$REGION_ONE_MAP_FILE"
