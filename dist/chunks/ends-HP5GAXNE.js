import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  GOOD_OUTCOMES
} from "./chunk-C26GBMVC.js";
import "./chunk-DIT3HX7E.js";

// src/github/ends.ts
var MOST_FINDINGS = 1e3;
function validateOutputs(result) {
  const count = (severity) => result.findings.filter((finding) => finding.severity === severity).length;
  return {
    ...ending({ ...result, findings: result.findings.slice(0, MOST_FINDINGS) }),
    errors: count("error"),
    warnings: count("warning"),
    notices: count("notice")
  };
}
function validateFailure(result, failOn) {
  const order = ["error", "warning", "notice"];
  const bad = failOn === "never" ? [] : order.slice(0, order.indexOf(failOn) + 1);
  const found = result.findings.filter((finding) => bad.includes(finding.severity)).length;
  return found === 0 ? void 0 : `${found} findings of severity ${bad.join(" or ")}.`;
}
function packageOutputs(result) {
  const { version, digest, path } = result;
  return { ...ending({ ...result, reason: "completed" }), version, digest, archive: path };
}
function stagedTestOutputs(result) {
  const services = result.stages.flatMap((stage) => stage.services);
  const passed = services.filter((service) => service.outcome === "passed").length;
  return { ...ending(result), passed, failed: services.length - passed };
}
function stagedTestFailure(result) {
  return result.outcome === "passed" ? void 0 : result.message;
}
function operationOutputs(result) {
  const { live, operation } = result;
  return {
    ...ending(result),
    liveColor: live?.color ?? null,
    liveVersion: live?.release.version ?? null,
    operation
  };
}
function operationFailure(result) {
  if (GOOD_OUTCOMES.includes(result.outcome)) return void 0;
  const remedy = result.remedy === null ? "" : ` ${result.remedy}`;
  return `${result.outcome} (${result.reason}): ${result.message}${remedy}`;
}
function ending(result) {
  return { outcome: result.outcome, reason: result.reason, result: JSON.stringify(result) };
}
export {
  operationFailure,
  operationOutputs,
  packageOutputs,
  stagedTestFailure,
  stagedTestOutputs,
  validateFailure,
  validateOutputs
};
