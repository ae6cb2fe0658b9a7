import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  originUrl
} from "./chunk-P3YWCUWM.js";
import {
  checkRepository
} from "./chunk-GTCIXTUA.js";
import {
  UserError
} from "./chunk-FB2AN6SX.js";

// src/release/provenance/own-repository.ts
async function ownRepository(folder, env) {
  const { GITHUB_REPOSITORY: repository, GITHUB_SERVER_URL: server } = env;
  if (repository && server) return { repository, server: server.replace(/\/+$/, "") };
  return hostedRepository(await originUrl(folder));
}
function hostedRepository(url) {
  const [, server, repository] = /^(https:\/\/[^/]+)\/([^/]+\/[^/]+)$/.exec(url ?? "") ?? [];
  return server && repository ? { repository, server } : void 0;
}
async function namedPolicy(named, folder, env) {
  const own = await ownRepository(folder, env);
  const repository = named.repository ?? own?.repository;
  if (repository !== void 0) {
    return { server: own?.server, ...named, repository: checkRepository(repository) };
  }
  throw new UserError("repository_unknown", "Nothing says of which repository the attestation has to be.", {
    remedy: "Name it: with --repository OWNER/NAME, or in changeover.yml with  require_attestation: { repository: OWNER/NAME }"
  });
}

export {
  ownRepository,
  hostedRepository,
  namedPolicy
};
