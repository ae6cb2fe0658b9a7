#!/usr/bin/env bash
# Prepare the staging environment. Here that is only the state that the stand-ins share; yours would create
# machines: a Heat stack, an all-in-one node, a few containers.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

./stand-ins/stop.sh # what a run that died may have left
./stand-ins/schema.sh prepare
