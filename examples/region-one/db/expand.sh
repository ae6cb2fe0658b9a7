#!/usr/bin/env bash
# Schema changes that the live release can live with. The new release's own code knows them, so it is
# installed on the idle color first; nothing of the live color is touched.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

exec ansible-playbook -i "inventories/${CHANGEOVER_ENVIRONMENT:?}" playbooks/keystone-database.yml \
  --limit "${CHANGEOVER_COLOR:?}" --extra-vars keystone_database_step=expand
