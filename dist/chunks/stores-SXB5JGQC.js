import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  gitHubAccess,
  openStore
} from "./chunk-PW23LCSX.js";
import {
  parseStoreAddress
} from "./chunk-YRZ77VWT.js";
import "./chunk-65XTCQBH.js";
import {
  UserError
} from "./chunk-FB2AN6SX.js";
import "./chunk-WRJK5PWJ.js";

// src/github/stores.ts
function releaseSources(folder, inputs) {
  return {
    folder,
    store: inputs.store,
    openStore: runnerStores(inputs),
    scratch: process.env.RUNNER_TEMP || void 0
  };
}
async function keepInStore(made, address, inputs, log, signal) {
  const { keepRelease } = await import("./keep-HN74ZKYS.js");
  return log.step(
    `Keep the release in ${address}`,
    async () => keepRelease(made, await runnerStores(inputs)(address), signal)
  );
}
function runnerStores(inputs, env = process.env) {
  const variables = { ...env, GITHUB_TOKEN: inputs.token };
  return async (text) => {
    const address = parseStoreAddress(text);
    const here = address.kind === "github-artifact" ? address.repository ?? env.GITHUB_REPOSITORY : void 0;
    if (here === void 0 || here !== env.GITHUB_REPOSITORY) return openStore(text, variables);
    return artifacts(inputs, variables);
  };
}
async function artifacts({ retentionDays }, env) {
  const { GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run, GITHUB_SERVER_URL: server } = env;
  const { DefaultArtifactClient } = await import("./artifact-GCJ4CM2Y.js");
  const { ArtifactStore, TIMEOUTS } = await import("./artifact-store-A7AJ2OSH.js");
  const { GitHubArtifactStore } = await import("./github-artifact-NXAZVSCR.js");
  return new ArtifactStore({
    client: new DefaultArtifactClient(),
    repository: new GitHubArtifactStore(gitHubAccess({ kind: "github-artifact", repository }, env)),
    retentionDays: days(retentionDays),
    runUrl: run && server ? `${server}/${repository}/actions/runs/${run}` : void 0,
    timeoutMs: TIMEOUTS
  });
}
function days(text) {
  if (text === void 0) return void 0;
  if (/^[1-9]\d{0,2}$/.test(text) && Number(text) <= 400) return Number(text);
  throw new UserError("invalid_input", `Input "retention-days" cannot be ${JSON.stringify(text)}.`, {
    remedy: "Use a number of days from 1 to 400."
  });
}
export {
  keepInStore,
  releaseSources,
  runnerStores
};
