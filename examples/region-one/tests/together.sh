#!/usr/bin/env bash
# All services at once: one token, taken to each of them.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. tests/http.sh
. tests/junit.sh

token=$(issue_token "http://127.0.0.1:${KEYSTONE_PORT:?}/v3")

opens() { [[ $(status_of "$1" "$token") == 200 ]]; }

junit_suite together
check 'the token opens the Image service' opens "http://127.0.0.1:${GLANCE_PORT:?}/v2/images"
check 'the token opens the Placement service' opens "http://127.0.0.1:${PLACEMENT_PORT:?}/resource_providers"
junit_write reports/together.xml
