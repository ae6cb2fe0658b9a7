# shellcheck shell=bash
# Run named checks and write what came of them as JUnit XML; sourced by tests.
#
#   junit_suite keystone
#   check 'the version document is there' has_version
#   junit_write reports/keystone.xml       # ends with status 1 when a check failed

junit_suite() {
  suite=$1
  cases=''
  ran=0
  failed=0
}

xml_text() {
  local text
  text=$(printf '%s' "$1" | tr -d '\000-\010\013\014\016-\037')
  # the quotes keep newer versions of bash from reading & as "what was found"
  text=${text//'&'/'&amp;'}
  text=${text//'<'/'&lt;'}
  text=${text//'>'/'&gt;'}
  text=${text//'"'/'&quot;'}
  printf '%s' "$text"
}

# Usage: check NAME COMMAND [ARGUMENT...]
check() {
  local name=$1 output status=0 started=$SECONDS problem=''
  shift
  output=$("$@" 2>&1) || status=$?
  ran=$((ran + 1))
  if [[ $status -eq 0 ]]; then
    printf 'ok      %s\n' "$name"
  else
    failed=$((failed + 1))
    printf 'failed  %s\n%s\n' "$name" "$output"
    problem="<failure message=\"exit status $status\">$(xml_text "$output")</failure>"
  fi
  cases+="  <testcase classname=\"$(xml_text "$suite")\" name=\"$(xml_text "$name")\""
  cases+=" time=\"$((SECONDS - started))\">$problem</testcase>"$'\n'
}

junit_write() {
  mkdir -p "$(dirname "$1")"
  {
    printf '<?xml version="1.0" encoding="UTF-8"?>\n'
    printf '<testsuite name="%s" tests="%d" failures="%d">\n' "$(xml_text "$suite")" "$ran" "$failed"
    printf '%s</testsuite>\n' "$cases"
  } >"$1"
  [[ $failed -eq 0 ]]
}
