# shellcheck shell=bash
# A few questions to an API; sourced by tests and probes. ask.mjs says which variables it heeds.

ask_script=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)/ask.mjs

# Changeover hands its own Node over, so that none has to be installed. OS_CACERT is what OpenStack's own
# clients call the file of a private certificate authority.
ask() {
  NODE_EXTRA_CA_CERTS=${OS_CACERT:-${NODE_EXTRA_CA_CERTS:-${SSL_CERT_FILE:-}}} \
    "${CHANGEOVER_NODE:-node}" "$ask_script" "$@"
}

# Status of a GET. Usage: status_of URL [TOKEN]
status_of() { ASK_TOKEN=${2:-} ask status "$1"; }

# Body of a GET that must succeed. Usage: body_of URL
body_of() { ask body "$1"; }

# Log in as the user in OS_USERNAME, OS_PASSWORD and OS_USER_DOMAIN_NAME, and print the status.
# Usage: log_in http://HOST:PORT/v3
log_in() { ask log-in "$1"; }

# Print a token of that user. Usage: issue_token http://HOST:PORT/v3
issue_token() { ask token "$1"; }

# Status of validating a token with itself. Usage: validate_token http://HOST:PORT/v3 TOKEN
validate_token() { ASK_TOKEN=$2 ask validate "$1"; }
