import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  sha256OfFile
} from "./chunk-T3T5AAEM.js";
import {
  bundlePath
} from "./chunk-GJOPTLZP.js";
import {
  jsonDocuments
} from "./chunk-VWG75TKO.js";
import {
  mismatch,
  policyText
} from "./chunk-GTCIXTUA.js";
import {
  fetchBundles
} from "./chunk-HD2DPL6Q.js";
import "./chunk-OOEUXFNT.js";
import {
  UserError,
  messageOf,
  systemCode
} from "./chunk-FB2AN6SX.js";
import "./chunk-WRJK5PWJ.js";

// src/release/provenance/check.ts
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
async function checkAttestation(check) {
  const { archive, policy } = check;
  const sha256 = await sha256OfFile(archive);
  const { place, bundles } = await findBundles(check, sha256);
  const { verifyBundle, BundleProblem } = await import("./verify-bundle-VRMWYHZK.js");
  const { trustedRoots } = await import("./trusted-roots-QKYHDGOK.js");
  const roots = await trustedRoots(check.roots);
  const problems = [];
  for (const bundle of bundles) {
    try {
      const { signer, subjects } = verifyBundle(bundle, roots);
      const wrong = mismatch(policy, signer);
      if (wrong !== void 0) problems.push(`is not the one asked for: ${wrong}`);
      else if (!subjects.some(({ digest }) => digest.sha256 === sha256)) {
        problems.push(`is about other bytes: ${digests(subjects)}, expected sha256:${sha256}`);
      } else {
        return { bundle: place, signer, digest: releaseDigest(subjects) };
      }
    } catch (error) {
      if (!(error instanceof BundleProblem)) throw error;
      problems.push(error.message);
    }
  }
  throw invalid(archive, place, problems);
}
async function findBundles({ archive, policy, bundle, api }, sha256) {
  const file = bundle ?? bundlePath(archive);
  const bundles = await bundlesOfFile(archive, file);
  if (bundles) return { place: file, bundles };
  const asked = bundle === void 0 ? api : void 0;
  const fetched = asked ? await fetchBundles(asked, policy.repository, sha256) : [];
  if (asked && fetched.length > 0) return { place: asked.url, bundles: fetched };
  const looked = asked ? `${file} does not exist, and ${asked.url} knows none` : `${file} does not exist`;
  throw new UserError(
    "attestation_missing",
    `${basename(archive)} (sha256:${sha256}) has no attestation: ${looked}. Expected one by ${policyText(policy)}.`,
    { remedy: "Take a release that the package action attested, with its .sigstore.json beside it." }
  );
}
async function bundlesOfFile(archive, file) {
  try {
    return jsonDocuments(await readFile(file, "utf8"));
  } catch (error) {
    if (systemCode(error) === "ENOENT") return void 0;
    throw invalid(archive, file, [`is not JSON: ${messageOf(error)}`]);
  }
}
function invalid(archive, place, problems) {
  const more = problems.length - 3;
  const said = problems.slice(0, 3).join("; one more ");
  return new UserError(
    "attestation_invalid",
    `The attestation of ${basename(archive)} in ${place} ${said}${more > 0 ? `; and ${more} more` : ""}.`,
    { remedy: "Do not use the archive. Take the one that the package action attested." }
  );
}
function digests(subjects) {
  return subjects.map(({ digest }) => `sha256:${digest.sha256}`).join(", ") || "nothing";
}
function releaseDigest(subjects) {
  const own = subjects.find(({ name }) => name.startsWith("release:"));
  return own && `sha256:${own.digest.sha256}`;
}
export {
  checkAttestation
};
