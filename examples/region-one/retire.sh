#!/usr/bin/env bash
# Stop the old color, which CHANGEOVER_COLOR names. Its files stay; the next release is deployed over them.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

if [[ -z ${CHANGEOVER_LIVE_COLOR:-} || ${CHANGEOVER_COLOR:?} == "$CHANGEOVER_LIVE_COLOR" ]]; then
  echo "error: $CHANGEOVER_COLOR is live, or it is unknown what is: nothing is stopped" >&2
  exit 1
fi

exec ansible-playbook -i "inventories/${CHANGEOVER_ENVIRONMENT:?}" playbooks/keystone-retire.yml \
  --limit "$CHANGEOVER_COLOR"
