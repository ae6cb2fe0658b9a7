import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  AbortError,
  pRetry
} from "./chunk-OOEUXFNT.js";
import {
  UserError,
  messageOf
} from "./chunk-FB2AN6SX.js";

// src/release/provenance/attestations-api.ts
var TIMEOUT_MS = 15e3;
var RETRIES = 2;
var MOST_BYTES = 16 * 1024 * 1024;
function attestationsApi(env) {
  const token = env.GITHUB_TOKEN || env.GH_TOKEN || void 0;
  const url = env.GITHUB_API_URL || (token === void 0 ? void 0 : "https://api.github.com");
  return url === void 0 ? void 0 : { url, token };
}
async function fetchBundles(api, repository, sha256) {
  const url = `${api.url.replace(/\/+$/, "")}/repos/${repository}/attestations/sha256:${sha256}?per_page=30`;
  try {
    const answer = await pRetry(() => ask(url, api.token), {
      retries: RETRIES,
      minTimeout: api.pauseMs ?? 1e3
    });
    return answer === void 0 ? [] : bundlesOf(answer);
  } catch (error) {
    throw new UserError("attestation_unavailable", `Cannot ask for attestations: ${reasonOf(error)}.`, {
      remedy: 'Give the job the permission "attestations: read", or lay the bundle beside the archive.',
      cause: error
    });
  }
}
async function ask(url, token) {
  const response = await fetch(url, {
    redirect: "error",
    // a token is for the host that it was made for
    signal: AbortSignal.timeout(TIMEOUT_MS),
    headers: {
      accept: "application/vnd.github+json",
      "x-github-api-version": "2022-11-28",
      ...token === void 0 ? {} : { authorization: `Bearer ${token}` }
    }
  });
  if (response.status === 404) return void 0;
  if (response.ok) return limitedText(response);
  await response.body?.cancel();
  const said = new Error(`${new URL(url).host} answered ${response.status}`);
  throw response.status >= 500 || response.status === 429 ? said : new AbortError(said);
}
async function limitedText(response) {
  const pieces = [];
  let bytes = 0;
  for await (const piece of response.body ?? []) {
    bytes += piece.length;
    if (bytes > MOST_BYTES) throw new AbortError(`the answer is larger than ${MOST_BYTES} bytes`);
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString("utf8");
}
function bundlesOf(text) {
  const data = JSON.parse(text);
  const list = typeof data === "object" && data !== null && "attestations" in data ? data.attestations : [];
  return (Array.isArray(list) ? list : []).flatMap(
    (item) => typeof item === "object" && item !== null && "bundle" in item && item.bundle ? [item.bundle] : []
  );
}
function reasonOf(error) {
  const cause = error instanceof Error ? error.cause : void 0;
  return cause instanceof Error && cause.message !== "" ? cause.message : messageOf(error);
}

export {
  attestationsApi,
  fetchBundles
};
