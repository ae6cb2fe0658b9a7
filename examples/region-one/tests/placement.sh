#!/usr/bin/env bash
# The Placement service. A test without a report: its exit status is the result.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. tests/http.sh

status=$(status_of "http://127.0.0.1:${PLACEMENT_PORT:?}/")
echo "GET / answers $status"
[[ $status == 200 ]]
