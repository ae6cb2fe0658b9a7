import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  UserError
} from "./chunk-FB2AN6SX.js";

// src/release/provenance/policy.ts
var SERVER = "https://github.com";
function mismatch(policy, signer) {
  const server = (policy.server ?? SERVER).replace(/\/+$/, "");
  const expected = {
    repository: `${server}/${policy.repository}`,
    issuer: issuerOf(server),
    workflow: workflowOf(policy, server)
  };
  if (signer.repository?.toLowerCase() !== expected.repository.toLowerCase()) {
    return `it is of the repository ${signer.repository ?? "that nobody named"}, expected ${expected.repository}`;
  }
  if (signer.issuer !== expected.issuer) {
    return `its signer is vouched for by ${signer.issuer ?? "nobody"}, expected ${expected.issuer}`;
  }
  const [workflow = ""] = signer.workflow.split("@");
  if (expected.workflow !== void 0 && !sameWorkflow(workflow, expected.workflow)) {
    return `it was signed by the workflow ${workflow}, expected ${expected.workflow}`;
  }
  if (policy.ref !== void 0 && signer.ref !== policy.ref) {
    return `its run was for ${signer.ref ?? "no ref"}, expected ${policy.ref}`;
  }
  return void 0;
}
function issuerOf(server) {
  const { hostname } = new URL(server);
  if (hostname === "github.com") return "https://token.actions.githubusercontent.com";
  return hostname.endsWith(".ghe.com") ? `https://token.actions.${hostname}` : `https://${hostname}/_services/token`;
}
function workflowOf({ repository, workflow }, server) {
  if (workflow === void 0) return void 0;
  const path = workflow.replace(/^\.?\/+/, "");
  return `${server}/${path.startsWith(".github/") ? `${repository}/${path}` : path}`;
}
function sameWorkflow(one, other) {
  const parts = (url) => {
    const { origin, pathname } = new URL(url);
    const [, owner = "", name = "", ...path] = pathname.split("/");
    return [origin, owner.toLowerCase(), name.toLowerCase(), ...path].join("/");
  };
  return URL.canParse(one) && parts(one) === parts(other);
}
function policyText({ repository, workflow, ref }) {
  const by = workflow === void 0 ? "" : `, workflow ${workflow}`;
  const at = ref === void 0 ? "" : `, ref ${ref}`;
  return `${repository}${by}${at}`;
}
function checkRepository(repository) {
  if (/^[A-Za-z0-9][A-Za-z0-9-]*\/[A-Za-z0-9._-]+$/.test(repository)) return repository;
  throw new UserError("invalid_repository", `"${repository}" is no repository.`, {
    remedy: "Write it as OWNER/NAME, for example acme/cloud."
  });
}

export {
  mismatch,
  policyText,
  checkRepository
};
