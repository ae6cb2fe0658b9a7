import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  GOOD_OUTCOMES
} from "./chunk-LYTWA5HS.js";
import {
  failing,
  failingSeverities
} from "./chunk-IW3FMNSS.js";
import "./chunk-WRJK5PWJ.js";

// src/github/ends.ts
var MOST_FINDINGS = 1e3;
function validateOutputs(result, files) {
  const count = (severity) => result.findings.filter((finding) => finding.severity === severity).length;
  return {
    ...ending({ ...result, findings: result.findings.slice(0, MOST_FINDINGS) }),
    errors: count("error"),
    warnings: count("warning"),
    notices: count("notice"),
    ...files
  };
}
function validateFailure({ findings, base }, failOn) {
  const n = failing(findings, failOn).length;
  const which = failingSeverities(failOn).join(" or ");
  const since = base === null ? "" : " that this change brings in";
  return n === 0 ? void 0 : `${n} findings of severity ${which}${since}.`;
}
function packageOutputs(result) {
  const { version, digest, path, stored, provenance, dependencies } = result;
  return {
    ...ending({ ...result, reason: "completed" }),
    ...{ version, digest, archive: path, path },
    artifactId: stored?.id,
    url: stored?.url,
    statementPath: provenance?.statement,
    dependenciesPath: dependencies?.path,
    bundlePath: provenance?.bundle,
    attestationId: provenance?.attestation_id,
    attestationUrl: provenance?.attestation_url
  };
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
function rollbackOutputs(result) {
  return { ...operationOutputs(result), pullRequest: result.write_back?.url ?? null };
}
function planOutputs(plan) {
  return { ...ending(plan), liveColor: plan.from, operation: null, pullRequest: null };
}
function planFailure(plan) {
  return plan.outcome === "possible" ? void 0 : whyRed(plan);
}
function operationFailure(result) {
  if (GOOD_OUTCOMES.includes(result.outcome)) return void 0;
  return whyRed(result);
}
function whyRed({
  outcome,
  reason,
  message,
  remedy
}) {
  return `${outcome} (${reason}): ${message}${remedy === null ? "" : ` ${remedy}`}`;
}
function ending(result) {
  return { outcome: result.outcome, reason: result.reason, result: JSON.stringify(result) };
}
export {
  operationFailure,
  operationOutputs,
  packageOutputs,
  planFailure,
  planOutputs,
  rollbackOutputs,
  stagedTestFailure,
  stagedTestOutputs,
  validateFailure,
  validateOutputs
};
