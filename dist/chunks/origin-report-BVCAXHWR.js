import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  sha256OfFile
} from "./chunk-T3T5AAEM.js";
import {
  bundlePath,
  statementPath
} from "./chunk-GJOPTLZP.js";
import {
  PROVENANCE_TYPE,
  STATEMENT_TYPE
} from "./chunk-QX4SZJQU.js";
import "./chunk-FB2AN6SX.js";
import "./chunk-WRJK5PWJ.js";

// src/release/provenance/origin-report.ts
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
async function originReport(archive, attested) {
  const bundle = bundlePath(archive);
  const unverified = existsSync(bundle) ? { path: bundle, verified: false, signer: null } : null;
  return {
    statement: await statementOf(archive),
    attestation: attested ? { path: attested.bundle, verified: true, signer: attested.signer } : unverified
  };
}
async function statementOf(archive) {
  const path = statementPath(archive);
  const sha256 = await sha256OfFile(archive);
  try {
    const statement = JSON.parse(await readFile(path, "utf8"));
    const { subject, predicate, _type: type, predicateType } = statement;
    const { builder, metadata } = predicate.runDetails;
    const known = type === STATEMENT_TYPE && predicateType === PROVENANCE_TYPE;
    return {
      path,
      matches: known && subject.some(({ digest }) => digest.sha256 === sha256),
      builder: String(builder.id),
      invocation: text(metadata.invocationId),
      source: text(predicate.buildDefinition.resolvedDependencies[0]?.uri)
    };
  } catch {
    return null;
  }
}
function text(value) {
  return typeof value === "string" ? value : null;
}
export {
  originReport
};
