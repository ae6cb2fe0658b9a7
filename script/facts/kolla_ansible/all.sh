#!/bin/bash
# Write data/kolla_ansible for all releases:  all.sh <unpacked wheels> <checkouts of ansible-collection-kolla>
set -euo pipefail
wheels=$(realpath "$1")
collection=$(realpath "$2")
here=$(dirname "$(realpath "$0")")
today=$(date +%F)
releases=(train ussuri victoria wallaby xena yoga zed 2023.1 2023.2 2024.1 2024.2 2025.1 2025.2 2026.1 2026.2)

wheel() { find "$wheels" -maxdepth 1 -name "$1-$2.*"; }

export PYTHONDONTWRITEBYTECODE=1
older=()
older_kayobe=()
for index in "${!releases[@]}"; do
  kolla=$(wheel kolla_ansible $((index + 9)))
  kayobe=$(wheel kayobe $((index + 7)))
  if ((index >= 6)); then
    python3 "$here/collect.py" "$today" "$collection" "$kolla" "${older[@]}" |
      "$here/../../../node_modules/.bin/node" "$here/../pack.mjs" kolla_ansible "${releases[index]}"
    python3 "$here/kayobe.py" "$today" "$kayobe" "${older_kayobe[@]}" |
      "$here/../../../node_modules/.bin/node" "$here/../pack.mjs" kolla_ansible/kayobe "${releases[index]}"
  fi
  older=("$kolla" "${older[@]}")
  if [[ -n $kayobe ]]; then older_kayobe=("$kayobe" "${older_kayobe[@]}"); fi
done
