import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  GitHubApi,
  isObject,
  malformed
} from "./chunk-BDYEJGLL.js";
import {
  archiveName,
  isWanted,
  onlyOne,
  storedRelease
} from "./chunk-D3BQ53FD.js";
import {
  UserError
} from "./chunk-FB2AN6SX.js";

// src/drivers/stores/github-artifact.ts
import { rm } from "node:fs/promises";
import { join } from "node:path";
var MOST_PAGES = 20;
function artifactName({ name, version, digest }) {
  return `changeover-${name}-${version}.${digest.replace(":", "-")}.tar.gz`;
}
function releaseOfArtifact(artifact, wanted) {
  const match = /^changeover-(.+)\.sha256-([0-9a-f]{64})\.tar\.gz$/.exec(artifact);
  const [, names = "", hex = ""] = match ?? [];
  const end = endOfName(names, wanted);
  return end < 1 ? void 0 : storedRelease(names.slice(0, end), names.slice(end + 1), `sha256:${hex}`);
}
function endOfName(names, { name, version }) {
  if (name !== void 0) return names.startsWith(`${name}-`) ? name.length : -1;
  if (version !== void 0) return names.endsWith(`-${version}`) ? names.length - version.length - 1 : -1;
  const dash = names.search(/-(?=v?\d)/);
  return dash === -1 ? names.lastIndexOf("-") : dash;
}
var GitHubArtifactStore = class {
  constructor(access) {
    this.access = access;
    this.place = `the artifacts of ${access.repository}`;
    this.api = new GitHubApi(access, this.place);
  }
  access;
  place;
  api;
  async put() {
    throw new UserError(
      "store_read_only",
      "Artifacts can be uploaded only by the action, in a workflow run.",
      {
        remedy: 'Use the action "package" there, and another store here.'
      }
    );
  }
  async find(wanted, signal) {
    const fitting = await this.fitting(wanted, signal);
    const found = onlyOne(
      fitting.filter(({ expired }) => !expired).map((artifact) => this.reference(artifact)),
      this.place
    );
    const [gone] = fitting;
    if (found || !gone) return found;
    const { name, version } = gone.release;
    throw new UserError(
      "release_expired",
      `The artifact of ${name} ${version} expired at ${gone.expiresAt}.`,
      {
        remedy: "Package it again from the same commit: it has the same digest. For releases to keep, use the store github-release:."
      }
    );
  }
  async fetch(reference, folder, signal) {
    const file = join(folder, archiveName(reference));
    try {
      const path = `/actions/artifacts/${reference.id}/zip`;
      await this.api.download(path, "application/vnd.github+json", file, "actions: read", signal);
      return file;
    } catch (error) {
      await rm(file, { force: true });
      throw error;
    }
  }
  /** Every artifact that is `wanted`, newest first, the expired too. */
  async fitting(wanted, signal) {
    const { name, version, digest } = wanted;
    const exact = name !== void 0 && version !== void 0 && digest !== void 0;
    const query = exact ? `&name=${encodeURIComponent(artifactName({ name, version, digest }))}` : "";
    const found = [];
    for (let page = 1; page <= MOST_PAGES; page++) {
      const path = `/actions/artifacts?per_page=100&page=${page}${query}`;
      const answer = await this.api.json(path, "actions: read", {}, signal);
      if (!isObject(answer) || !Array.isArray(answer.artifacts)) throw malformed(this.place);
      for (const item of answer.artifacts) {
        const artifact = artifactIn(item, wanted);
        if (artifact && isWanted(artifact.release, wanted)) found.push(artifact);
      }
      if (answer.artifacts.length < 100) return found;
    }
    return found;
  }
  reference({ id, release, run }) {
    const server = (this.access.apiUrl ?? "").replace(/\/api\/v3\/?$/, "");
    const web = server === "" || /\/\/api\./.test(server) ? "https://github.com" : server;
    const url = `${web}/${this.access.repository}/actions/runs/${run}/artifacts/${id}`;
    return { ...release, id: String(id), url };
  }
};
function artifactIn(item, wanted) {
  if (!isObject(item) || typeof item.name !== "string" || !Number.isSafeInteger(item.id)) return void 0;
  const release = releaseOfArtifact(item.name, wanted);
  const run = isObject(item.workflow_run) ? item.workflow_run : {};
  if (!release || typeof run.id !== "number") return void 0;
  if (run.repository_id === void 0 || run.head_repository_id !== run.repository_id) return void 0;
  return {
    id: Number(item.id),
    release,
    expired: item.expired === true,
    expiresAt: typeof item.expires_at === "string" ? item.expires_at : "a time that is not told",
    run: run.id
  };
}

export {
  artifactName,
  releaseOfArtifact,
  GitHubArtifactStore
};
