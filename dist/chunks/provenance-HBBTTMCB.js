import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import "./chunk-WRJK5PWJ.js";

// src/github/provenance.ts
async function proveRelease(made, { attest, token }, startedOn, log) {
  const { env } = process;
  const { describeRelease } = await import("./write-IDST4GJR.js");
  const { result, statement } = await log.step(
    "Say where it comes from",
    () => describeRelease(made, { env, startedOn, now: () => /* @__PURE__ */ new Date() })
  );
  const { attestRelease, signByGitHub } = await import("./attest-4N6B5SX7.js");
  const attested = await attestRelease(made.path, statement, attest, { sign: signByGitHub, env, token, log });
  if (!attested) return result;
  const { bundle, id, url } = attested;
  const provenance = { ...result.provenance, bundle, attestation_id: id, attestation_url: url };
  return { ...result, provenance };
}
function trustOf(inputs) {
  const { attestation, trustedRoot, token } = inputs;
  return { attestation, trustedRoot, env: { ...process.env, GITHUB_TOKEN: token } };
}
export {
  proveRelease,
  trustOf
};
