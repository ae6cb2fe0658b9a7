#!/usr/bin/env bash
# Stands in for what all colors share: the signing key, and a record of the schema changes that a database
# would have seen.
#
# Usage: stand-ins/schema.sh prepare | expand | contract
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=common.sh
. "$here/common.sh"

step=${1:-}
case $step in prepare | expand | contract) ;; *) fail 'usage: schema.sh prepare | expand | contract' ;; esac

mkdir -p "$environment_dir"
if [[ ! -s $key_file ]]; then
  # made aside and linked into place: the first one wins, and a reader never sees half a key
  new=$(mktemp "$key_file.XXXXXX")
  head -c 32 /dev/urandom >"$new"
  ln "$new" "$key_file" 2>/dev/null || true
  rm -f "$new"
fi
[[ $step != prepare ]] || exit 0

record=$environment_dir/schema.log
line="$step ${CHANGEOVER_RELEASE:?}"
done_before=''
[[ ! -f $record ]] || done_before=$(<"$record")
if [[ $'\n'$done_before$'\n' == *$'\n'"$line"$'\n'* ]]; then
  printf 'schema: %s was done before\n' "$line"
else
  printf '%s\n' "$line" >>"$record"
  printf 'schema: %s\n' "$line"
fi
