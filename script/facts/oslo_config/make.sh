#!/usr/bin/env bash
# Makes the facts of oslo.config's options: data/oslo_config/<service>/<release>.json.
#
# usage: make.sh <work folder> <release>…
#
# <work folder> holds constraints-<release>.txt, each the upper-constraints.txt of that release's branch in
# openstack/requirements. packages.tsv says which packages a release has; one that cannot be installed beside the others
# is named and left out. Every known release is read again, since each says what the others have and it has not; only
# the given ones are installed anew. Options of releases before Zed, which only say since when something is gone, are
# taken from <work folder>/raw/<service>-<release>.json when they are there.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
work=$1
shift
mkdir -p "$work/raw"

services=(aodh barbican ceilometer cinder designate glance gnocchi heat ironic ironic_inspector keystone magnum manila masakari mistral
  neutron nova octavia placement trove)
ancient=(ussuri)
read -r -a releases < <(head -n 1 "$here/packages.tsv" | cut -f 2-)

# column <release>: lines of `package version`
column() {
  awk -F '\t' -v release="$1" 'NR == 1 { for (i = 2; i <= NF; i++) if ($i == release) at = i; next } { print $1, $at }' \
    "$here/packages.tsv"
}

install() {
  local release=$1 environment=$work/venv-$1 package version
  version=$(column "$release" | awk '$1 == "python" { print $2 }')
  "python$version" -m venv "$environment"
  # OpenStack's own packages are no constraints on themselves
  column "$release" | cut -d ' ' -f 1 | sed 's/.*/^&===/' > "$work/own.txt"
  grep -v -f "$work/own.txt" "$work/constraints-$release.txt" > "$work/used-$release.txt"
  while read -r package version; do
    [[ $package == python ]] && continue
    [[ $version == '*' ]] || package="$package==$version.*"
    # a plug-in may ask for other releases of what is here; its options are all that is wanted of it
    "$environment/bin/pip" install --quiet -c "$work/used-$release.txt" 'setuptools<81' "$package" ||
      "$environment/bin/pip" install --quiet --no-deps "$package" ||
      echo "$release: $package cannot be installed" >&2
  done < <(column "$release")
}

for release in "$@"; do
  [[ -d $work/venv-$release ]] || install "$release"
  for service in "${services[@]}"; do
    raw=$work/raw/$service-$release.json
    "$work/venv-$release/bin/python" "$here/collect.py" "$service" > "$raw" 2>> "$work/collect-$release.log" ||
      { echo "$service $release: not collected" >&2; rm -f "$raw"; }
  done
done

for service in "${services[@]}"; do
  known=()
  for release in "${ancient[@]}" "${releases[@]}"; do
    [[ -f $work/raw/$service-$release.json ]] && known+=("$release")
  done
  for at in "${!known[@]}"; do
    release=${known[at]}
    [[ " ${ancient[*]} " == *" $release "* ]] && continue
    python3 "$here/merge.py" "$work/raw" "$service" "${known[@]:0:at+1}" -- "${known[@]:at+1}" |
      "$here/../../../node_modules/.bin/node" "$here/../pack.mjs" "oslo_config/$service" "$release"
  done
done
