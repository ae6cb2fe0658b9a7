#!/usr/bin/env bash
# Runs one color as a plain process, for machines without systemd.
#
# Usage: process.sh CONFIG_FOLDER UWSGI start|stop|restart
#
# CONFIG_FOLDER  holds keystone.conf and uwsgi.ini; the pid file and the log are kept there too
# UWSGI          path of the program
set -euo pipefail
folder=$1 uwsgi=$2 action=$3
pid=$(cat "$folder/pid" 2>/dev/null || true)

# A pid file outlives its process, and the number may be another process by now: nothing is ended that does not
# run with this color's own configuration.
is_ours() {
  [[ $pid =~ ^[1-9][0-9]*$ && $(tr '\0' ' ' <"/proc/$pid/cmdline") == *" --ini $folder/uwsgi.ini "* ]]
} 2>/dev/null

start() {
  is_ours && return
  # a session of its own, so that it does not end with the command that started it
  OS_KEYSTONE_CONFIG_DIR=$folder setsid "$uwsgi" --ini "$folder/uwsgi.ini" >>"$folder/log" 2>&1 </dev/null &
  pid=$!
  printf '%s\n' "$pid" >"$folder/pid"
  echo "started: process $pid"
}

stop() {
  if is_ours; then
    kill -TERM "$pid"
    for _ in {1..200}; do
      is_ours || break
      sleep 0.05
    done
    ! is_ours || kill -KILL -- "-$pid"
    echo "stopped: process $pid"
  fi
  rm -f "$folder/pid"
}

case $action in
start | stop) "$action" ;;
restart)
  stop
  start
  ;;
*)
  echo "error: unknown action: $action" >&2
  exit 1
  ;;
esac
