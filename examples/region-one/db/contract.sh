#!/usr/bin/env bash
# The point of no return: schema changes after which the former release cannot run. Done with the code of the
# color that is live now.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

exec ansible-playbook -i "inventories/${CHANGEOVER_ENVIRONMENT:?}" playbooks/keystone-database.yml \
  --limit "${CHANGEOVER_LIVE_COLOR:?no color is live}" --extra-vars keystone_database_step=contract
