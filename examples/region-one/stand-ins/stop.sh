#!/usr/bin/env bash
# End stand-ins of an environment; those that do not run are no error.
#
# Usage: stand-ins/stop.sh         all of the environment
#        stand-ins/stop.sh COLOR   one color; refused for the color that traffic is on
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=common.sh
. "$here/common.sh"

case ${1:-} in
'') colors=(blue green only) ;;
blue | green)
  [[ $1 != "${CHANGEOVER_LIVE_COLOR:-}" ]] || fail "$1 is live: it is not stopped"
  colors=("$1")
  ;;
*) fail "unknown color: $1" ;;
esac

for color in "${colors[@]}"; do
  for dir in "$(color_dir "$color")"/*/; do
    [[ -d $dir ]] || continue
    stop_instance "${dir%/}"
    printf '%s %s is stopped\n' "$color" "$(basename "$dir")"
  done
done
