#!/usr/bin/env bash
# The Identity service on its own.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. tests/http.sh
. tests/junit.sh

keystone=http://127.0.0.1:${KEYSTONE_PORT:?}/v3

has_version() { [[ $(body_of "$keystone") == *'"id":"v3'* ]]; }
is_healthy() { [[ $(status_of "${keystone%/v3}/healthcheck") == 200 ]]; }
token_is_valid() { [[ $(validate_token "$keystone" "$(issue_token "$keystone")") == 200 ]]; }
wrong_password_is_refused() { [[ $(OS_PASSWORD=wrong log_in "$keystone") == 401 ]]; }
forged_token_is_refused() { [[ $(validate_token "$keystone" "forged.token") == 401 ]]; }

junit_suite keystone
check 'the version document says v3' has_version
check 'the health check is good' is_healthy
check 'a token that was issued is valid' token_is_valid
check 'a wrong password is refused' wrong_password_is_refused
check 'a forged token is refused' forged_token_is_refused
junit_write reports/keystone.xml
