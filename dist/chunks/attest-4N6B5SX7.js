import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  bundlePath
} from "./chunk-GJOPTLZP.js";
import {
  writeFileAtomic
} from "./chunk-OGTRJA2A.js";
import {
  AbortError,
  pRetry
} from "./chunk-OOEUXFNT.js";
import {
  UserError,
  messageOf
} from "./chunk-FB2AN6SX.js";
import "./chunk-WRJK5PWJ.js";

// src/github/attest.ts
import { basename } from "node:path";
var SIGN_TIMEOUT_MS = 18e4;
var KEEP_TIMEOUT_MS = 15e3;
var KEEP_RETRIES = 3;
async function signByGitHub({
  subject,
  predicateType,
  predicate
}) {
  const { attest } = await import("./lib-DKBDS7RR.js");
  const subjects = subject.map(({ name, digest: { sha256 } }) => ({ name, digest: { sha256 } }));
  const options = { subjects, predicateType, predicate, token: "", skipWrite: true };
  return (await attest(options)).bundle;
}
async function attestRelease(archive, statement, mode, ports) {
  if (mode === "never") return void 0;
  try {
    refuseWithoutPermission(ports.env);
    return await ports.log.step(`Attest ${basename(archive)}`, async () => {
      const bundle = await signed(statement, ports);
      const path = bundlePath(archive);
      await writeFileAtomic(path, `${JSON.stringify(bundle)}
`);
      return { bundle: path, ...await keptBy(mode, bundle, ports) };
    });
  } catch (error) {
    if (mode === "required" || !(error instanceof UserError)) throw error;
    const said = `The release is not attested. ${error.message} ${error.remedy ?? ""}`;
    if (error.code === "attestation_not_permitted") ports.log.info(said);
    else ports.log.warn(said);
    return void 0;
  }
}
async function keptBy(mode, bundle, ports) {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = ports.env;
  try {
    const id = await kept(bundle, ports);
    const url = `${server}/${repository}/attestations/${id}`;
    ports.log.info(`Attested: ${url}`);
    return { id, url };
  } catch (error) {
    if (mode === "required" || !(error instanceof UserError)) throw error;
    ports.log.warn(
      `The release is signed, but GitHub does not keep it. ${error.message} ${error.remedy ?? ""}`
    );
    return { id: null, url: null };
  }
}
function refuseWithoutPermission({
  ACTIONS_ID_TOKEN_REQUEST_URL: url,
  GITHUB_REPOSITORY: repository
}) {
  if (url && repository) return;
  throw notPermitted("The job may not ask for an identity token.");
}
async function signed(statement, ports) {
  const limit = ports.signTimeoutMs ?? SIGN_TIMEOUT_MS;
  let timer;
  const late = new Promise((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no signature within ${limit / 1e3} s`)), limit);
  });
  try {
    return await Promise.race([ports.sign(statement), late]);
  } catch (error) {
    throw failed(`The release cannot be signed: ${messageOf(error)}.`, error);
  } finally {
    clearTimeout(timer);
  }
}
async function kept(bundle, { env, token, pauseMs = 1e3 }) {
  const api = (env.GITHUB_API_URL || "https://api.github.com").replace(/\/+$/, "");
  const url = `${api}/repos/${env.GITHUB_REPOSITORY}/attestations`;
  try {
    return await pRetry(() => post(url, token, bundle), { retries: KEEP_RETRIES, minTimeout: pauseMs });
  } catch (error) {
    if (error instanceof UserError) throw error;
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    throw failed(`GitHub does not keep the attestation: ${messageOf(cause)}.`, error);
  }
}
async function post(url, token, bundle) {
  const response = await fetch(url, {
    method: "POST",
    redirect: "error",
    signal: AbortSignal.timeout(KEEP_TIMEOUT_MS),
    headers: {
      accept: "application/vnd.github+json",
      "content-type": "application/json",
      authorization: `Bearer ${token}`,
      "x-github-api-version": "2022-11-28"
    },
    body: JSON.stringify({ bundle })
  });
  if (response.ok) {
    const answer = await response.json();
    if (typeof answer?.id === "number" || typeof answer?.id === "string") return String(answer.id);
    throw new AbortError("the answer has no id");
  }
  await response.body?.cancel();
  if (response.status === 401 || response.status === 403) {
    throw new AbortError(notPermitted(`GitHub answered ${response.status} to the attestation.`));
  }
  const said = new Error(`it answered ${response.status}`);
  throw response.status >= 500 || response.status === 429 ? said : new AbortError(said);
}
function notPermitted(message) {
  return new UserError("attestation_not_permitted", message, {
    remedy: 'Give the job the permissions "id-token: write" and "attestations: write".'
  });
}
function failed(message, cause) {
  return new UserError("attestation_failed", message, {
    remedy: "Run the job again; if it stays, look at the status of GitHub and of Sigstore.",
    cause
  });
}
export {
  attestRelease,
  signByGitHub
};
