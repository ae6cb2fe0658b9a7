# shellcheck shell=bash
# shellcheck disable=SC2034 # names are read by the scripts that source this file
# What the lab scripts share; sourced, not run.
# The lab is haproxy/haproxy.cfg as production runs it, on the loopback address, in front of the stand-ins.

export CHANGEOVER_ENVIRONMENT=lab
. stand-ins/common.sh
lab_dir=$environment_dir/haproxy

export REGION_ONE_HAPROXY_SOCKET=${REGION_ONE_HAPROXY_SOCKET:-$lab_dir/admin.sock}
export REGION_ONE_MAP_FILE=${REGION_ONE_MAP_FILE:-$lab_dir/changeover.map}

# Whether process $1 is the lab's HAProxy: it was started with the lab's own copy of the configuration.
is_lab_haproxy() {
  [[ $1 =~ ^[1-9][0-9]*$ && $(command_line "$1" 2>/dev/null) == *" $lab_dir/haproxy.cfg "* ]]
}
