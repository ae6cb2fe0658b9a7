import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  parseStoreAddress
} from "./chunk-YRZ77VWT.js";
import {
  UserError
} from "./chunk-FB2AN6SX.js";

// src/drivers/stores/create.ts
async function openStore(text, env) {
  const address = parseStoreAddress(text);
  switch (address.kind) {
    case "file":
      return new (await import("./folder-JQXY4Z4E.js")).FolderStore(address.path);
    case "github-release":
      return new (await import("./github-release-ZU25MNBF.js")).GitHubReleaseStore(gitHubAccess(address, env));
    case "github-artifact":
      return new (await import("./github-artifact-NXAZVSCR.js")).GitHubArtifactStore(gitHubAccess(address, env));
    case "oci":
      return (await import("./oci-ALDOWJWE.js")).ociStore(address, env);
  }
}
function gitHubAccess({ kind, repository = void 0 }, env) {
  const named = repository ?? env.GITHUB_REPOSITORY;
  const token = env.GITHUB_TOKEN || env.GH_TOKEN;
  if (!named) {
    throw new UserError("store_access_missing", `"${kind}:" does not say which repository.`, {
      remedy: `Write ${kind}:OWNER/NAME.`
    });
  }
  if (!token) {
    throw new UserError("store_access_missing", `There is no token to read ${named} with.`, {
      remedy: 'Set GITHUB_TOKEN, or the input "token" of the action.'
    });
  }
  return { repository: named, token, apiUrl: env.GITHUB_API_URL };
}

export {
  openStore,
  gitHubAccess
};
