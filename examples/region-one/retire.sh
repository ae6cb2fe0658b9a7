#!/usr/bin/env bash
# Stop the color that users are not on. Its files stay; the next release is deployed over them.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

case ${CHANGEOVER_LIVE_COLOR:-} in
blue) old=green ;;
green) old=blue ;;
*)
  echo 'error: nothing is retired while it is unknown which color is live' >&2
  exit 1
  ;;
esac

exec ansible-playbook -i "inventories/${CHANGEOVER_ENVIRONMENT:?}" playbooks/keystone-retire.yml --limit "$old"
