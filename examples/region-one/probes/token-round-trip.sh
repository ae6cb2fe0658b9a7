#!/usr/bin/env bash
# Log in, and have the token validated. An API that answers but cannot reach its database or its keys fails
# here, and only here.
#
# Only the color under test is asked: a rollback must not depend on the color that it leaves.
#
# Usage: probes/token-round-trip.sh http://HOST:PORT/v3
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/../tests/http.sh"

keystone=${1:?usage: token-round-trip.sh http://HOST:PORT/v3}
token=$(issue_token "$keystone")
[[ -n $token ]] || { echo "$keystone issued no token" >&2; exit 1; }
status=$(validate_token "$keystone" "$token")
[[ $status == 200 ]] || { echo "$keystone does not validate its own token: status $status" >&2; exit 1; }
