# shellcheck shell=bash
# shellcheck disable=SC2034 # names are read by the scripts that source this file
# What the stand-in scripts share; sourced, not run.
#
# REGION_ONE_RUN_DIR  where instances live: one folder for each environment, color and service, with the
#                     service's own copy of its program, its pid file and its log. Nothing here points into
#                     the release folder, which may be gone when the deployment is over.

fail() {
  printf 'error: %s\n' "$*" >&2
  exit 1
}

umask 077
node=${CHANGEOVER_NODE:-node}
environment=${CHANGEOVER_ENVIRONMENT:?set it to the name of the environment}
run_dir=${REGION_ONE_RUN_DIR:-${XDG_STATE_HOME:-${HOME:?}/.local/state}/region-one}
[[ $run_dir == /* ]] || fail "REGION_ONE_RUN_DIR must be an absolute path, not $run_dir"
environment_dir=$run_dir/$environment
key_file=$environment_dir/token.key

# The folder of one color's instances; "only" where there are no colors.
color_dir() { printf '%s\n' "$environment_dir/${1:-only}"; }

command_line() {
  if [[ -r /proc/$1/cmdline ]]; then
    tr '\0' ' ' <"/proc/$1/cmdline"
  else
    ps -ww -o args= -p "$1" || true
  fi
}

# Whether process $1 is the instance in folder $2. A pid file outlives its process, and the number may be
# another process by now: nothing is ended that does not run this instance's own program.
is_instance() {
  [[ $1 =~ ^[1-9][0-9]*$ && $(command_line "$1" 2>/dev/null) == *" $2/service.mjs "* ]]
}

# End the instance in folder $1, if it runs.
stop_instance() {
  local dir=$1 pid
  [[ -f $dir/pid ]] || return 0
  pid=$(<"$dir/pid")
  if is_instance "$pid" "$dir"; then
    kill -TERM "$pid" 2>/dev/null || true
    for _ in {1..120}; do
      is_instance "$pid" "$dir" || break
      sleep 0.05
    done
    if is_instance "$pid" "$dir"; then kill -KILL "$pid" 2>/dev/null || true; fi
  fi
  rm -f "$dir/pid"
}
