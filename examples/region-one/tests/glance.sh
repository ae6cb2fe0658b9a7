#!/usr/bin/env bash
# The Image service: it needs Keystone, which was tested before.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. tests/http.sh
. tests/junit.sh

keystone=http://127.0.0.1:${KEYSTONE_PORT:?}/v3
glance=http://127.0.0.1:${GLANCE_PORT:?}

is_healthy() { [[ $(status_of "$glance/healthcheck") == 200 ]]; }
lists_images() { [[ $(status_of "$glance/v2/images" "$(issue_token "$keystone")") == 200 ]]; }
refuses_strangers() { [[ $(status_of "$glance/v2/images") == 401 ]]; }

junit_suite glance
check 'the health check is good' is_healthy
check 'images are listed with a token' lists_images
check 'images are not listed without one' refuses_strangers
junit_write reports/glance.xml
