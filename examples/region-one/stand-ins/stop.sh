#!/usr/bin/env bash
# End stand-ins of an environment; those that do not run are no error.
#
# Usage: stand-ins/stop.sh           all of the environment
#        stand-ins/stop.sh COLOR     one color
#        stand-ins/stop.sh --retire  the color that users are not on
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=common.sh
. "$here/common.sh"

case ${1:-} in
'') colors=(blue green only) ;;
blue | green) colors=("$1") ;;
--retire)
  case ${CHANGEOVER_LIVE_COLOR:-} in
  blue) colors=(green) ;;
  green) colors=(blue) ;;
  *) fail 'nothing is retired while it is unknown which color is live' ;;
  esac
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
