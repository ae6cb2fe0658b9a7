#!/usr/bin/env bash
# End the staging environment, however far it came.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

./stand-ins/stop.sh
