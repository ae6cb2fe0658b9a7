import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  getInput,
  getState,
  saveState,
  setOutput
} from "./chunk-SASW7LDL.js";
import {
  UserError
} from "./chunk-FB2AN6SX.js";

// src/github/action-io.ts
var required = { type: "string", required: true };
var optional = { type: "string", default: "" };
var no = { type: "boolean", default: false };
var common = {
  path: { type: "string", default: "." },
  summary: { type: "boolean", default: true }
};
var findings = {
  "fail-on": { type: "enum", values: ["error", "warning", "notice", "never"], default: "error" },
  base: { type: "string", default: "auto" },
  "openstack-release": optional,
  "target-release": optional,
  checks: { type: "boolean", default: true }
};
var stores = { store: optional, token: { type: "string", default: "${{ github.token }}" } };
var kept = { ...stores, "retention-days": optional };
var attest = { type: "enum", values: ["auto", "required", "never"], default: "auto" };
var verifying = { attestation: optional, "trusted-root": optional };
var until = { type: "enum", values: ["verified", "switched", "finalized"], default: "switched" };
var INPUTS = {
  lifecycle: {
    ...common,
    ...findings,
    version: optional,
    "test-environment": optional,
    environment: optional,
    until,
    remote: optional,
    "take-over": no,
    wait: optional,
    ...kept,
    attest,
    "trusted-root": optional
  },
  validate: { ...common, ...findings },
  package: {
    ...common,
    version: optional,
    output: optional,
    previous: optional,
    "allow-dirty": no,
    "skip-validate": no,
    ...kept,
    attest
  },
  "staged-test": {
    summary: common.summary,
    environment: { type: "string", default: "staging" },
    release: required,
    digest: optional,
    ...stores
  },
  deploy: {
    ...common,
    environment: required,
    release: required,
    digest: optional,
    until,
    "take-over": no,
    wait: optional,
    remote: optional,
    ...stores,
    ...verifying
  },
  rollback: {
    ...common,
    environment: required,
    to: optional,
    "dry-run": no,
    "write-back": no,
    base: optional,
    release: optional,
    "take-over": no,
    wait: optional,
    remote: optional,
    ...stores,
    ...verifying
  },
  abort: {
    ...common,
    environment: required,
    expired: no,
    teardown: { type: "boolean", default: true },
    release: optional,
    "take-over": no,
    remote: optional,
    ...stores,
    ...verifying
  }
};
var ends = ["outcome", "reason", "result"];
var reports = ["sarif-file", "junit-file", "report"];
var released = ["version", "digest", "archive"];
var proven = [
  "statement-path",
  "dependencies-path",
  "bundle-path",
  "attestation-id",
  "attestation-url"
];
var live = ["live-color", "live-version"];
var OUTPUTS = {
  lifecycle: [...ends, ...reports, ...released, ...live],
  validate: [...ends, "errors", "warnings", "notices", ...reports],
  package: [...ends, ...released, "path", "artifact-id", "url", ...proven],
  "staged-test": [...ends, "passed", "failed"],
  deploy: [...ends, ...live, "operation"],
  rollback: [...ends, ...live, "operation", "pull-request"],
  abort: [...ends, ...live, "operation"]
};
var ACTION_NAMES = Object.keys(INPUTS);
function readInputs(name) {
  const inputs = {};
  for (const [key, input] of Object.entries(INPUTS[name])) inputs[camel(key)] = readInput(key, input);
  return inputs;
}
function setOutputs(name, outputs) {
  const values = outputs;
  for (const key of OUTPUTS[name]) {
    const value = values[camel(key)];
    if (value !== void 0) setOutput(key, value === null ? "" : String(value));
  }
}
function saveState2(key, value) {
  saveState(key, value);
}
function readState(key) {
  return getState(key);
}
function readInput(name, input) {
  const value = getInput(name);
  if (/[\r\n]/.test(value)) throw invalid(name, value, "It must be one line.");
  if (input.type === "boolean") return readBoolean(name, value, input.default);
  if (input.type === "enum") {
    if (input.values.includes(value)) return value;
    throw invalid(name, value, `Use one of: ${input.values.join(", ")}.`, input.default);
  }
  if (value !== "") return value;
  if ("required" in input) throw invalid(name, value, `The action needs it: set "${name}" under "with".`);
  if (input.default === "") return void 0;
  throw invalid(name, value, "Give it a value.", input.default);
}
function readBoolean(name, value, ordinary) {
  if (["true", "True", "TRUE"].includes(value)) return true;
  if (["false", "False", "FALSE"].includes(value)) return false;
  throw invalid(name, value, "Use true or false.", String(ordinary));
}
function invalid(name, value, allowed, ordinary) {
  const said = value === "" ? `Input "${name}" is empty.` : `Input "${name}" cannot be ${JSON.stringify(value)}.`;
  const otherwise = ordinary === void 0 ? "" : ` Leave it out for "${ordinary}".`;
  return new UserError("invalid_input", said, { remedy: `${allowed}${otherwise}` });
}
function camel(name) {
  return name.replace(/-(.)/g, (_match, letter) => letter.toUpperCase());
}

export {
  readInputs,
  setOutputs,
  saveState2 as saveState,
  readState
};
