import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)

// src/definitions/fail-on.ts
var WORST_FIRST = ["error", "warning", "notice"];
var FAIL_ON = [...WORST_FIRST, "never"];
function failingSeverities(failOn) {
  return failOn === "never" ? [] : WORST_FIRST.slice(0, WORST_FIRST.indexOf(failOn) + 1);
}
function failing(findings, failOn) {
  const severities = failingSeverities(failOn);
  return findings.filter(({ severity }) => severities.includes(severity));
}
function worstFirst(findings) {
  return WORST_FIRST.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
}

export {
  FAIL_ON,
  failingSeverities,
  failing,
  worstFirst
};
