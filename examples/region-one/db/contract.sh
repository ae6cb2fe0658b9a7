#!/usr/bin/env bash
# The point of no return: schema changes after which the former release cannot run. Done with the code of the
# color that was changed over to.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

exec ansible-playbook -i "inventories/${CHANGEOVER_ENVIRONMENT:?}" playbooks/keystone-database.yml \
  --limit "${CHANGEOVER_COLOR:?}" --extra-vars keystone_database_step=contract
