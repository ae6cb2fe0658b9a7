# shellcheck shell=bash
# A few questions to an API; sourced by tests and probes.

# Requests end after this many seconds, whatever happens.
http_timeout=${HTTP_TIMEOUT:-5}

# Status of a GET. Usage: status_of URL [TOKEN]. Tokens go by stdin: the command line is for everyone to read.
status_of() {
  local url=$1 token=${2:-}
  printf '%s' "${token:+X-Auth-Token: $token}" |
    curl --silent --show-error --max-time "$http_timeout" --output /dev/null --write-out '%{http_code}' \
      --header @- "$url"
}

# Body of a GET that must succeed.
body_of() { curl --silent --show-error --fail --max-time "$http_timeout" "$1"; }

# A text as a JSON string. Line breaks are not allowed in what is passed here.
json_string() { printf '"%s"' "$(printf '%s' "$1" | sed -e 's/\\/\\\\/g' -e 's/"/\\"/g')"; }

# Log in as the user in OS_USERNAME, OS_PASSWORD and OS_USER_DOMAIN_NAME.
# Usage: log_in http://HOST:PORT/v3 [CURL OPTION...]
log_in() {
  local keystone=$1 user
  shift
  user=$(printf '{"name":%s,"password":%s,"domain":{"name":%s}}' \
    "$(json_string "${OS_USERNAME:?}")" "$(json_string "${OS_PASSWORD:?}")" \
    "$(json_string "${OS_USER_DOMAIN_NAME:-Default}")")
  printf '{"auth":{"identity":{"methods":["password"],"password":{"user":%s}}}}' "$user" |
    curl --silent --show-error --max-time "$http_timeout" --output /dev/null "$@" \
      --header 'Content-Type: application/json' --data-binary @- "$keystone/auth/tokens"
}

# Print a token. Usage: issue_token http://HOST:PORT/v3
issue_token() {
  log_in "$1" --fail --dump-header - | tr -d '\r' | sed -n 's/^[Xx]-[Ss]ubject-[Tt]oken: *//p'
}

# Status of validating a token with itself. Usage: validate_token http://HOST:PORT/v3 TOKEN
validate_token() {
  printf 'X-Auth-Token: %s\nX-Subject-Token: %s\n' "$2" "$2" |
    curl --silent --show-error --max-time "$http_timeout" --output /dev/null --write-out '%{http_code}' \
      --header @- "$1/auth/tokens"
}
