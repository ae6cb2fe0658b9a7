import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  artifactName,
  releaseOfArtifact
} from "./chunk-3OWD2KC5.js";
import "./chunk-BDYEJGLL.js";
import "./chunk-LGEIZY6T.js";
import "./chunk-OOEUXFNT.js";
import {
  archiveName,
  isWanted,
  onlyOne,
  refuseOther
} from "./chunk-D3BQ53FD.js";
import {
  UserError,
  messageOf
} from "./chunk-FB2AN6SX.js";
import "./chunk-WRJK5PWJ.js";

// src/github/artifact-store.ts
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { copyFile, link, lstat, mkdtemp, readdir, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";

// src/github/artifact-failure.ts
async function withinTime(what, work, ms, signal) {
  let timer;
  let onAbort;
  const end = new Promise((_resolve, reject) => {
    onAbort = () => reject(signal?.reason);
    signal?.addEventListener("abort", onAbort, { once: true });
    if (signal?.aborted) onAbort();
    timer = setTimeout(() => {
      reject(
        new UserError("store_timeout", `The artifact service did not end the ${what} within ${ms} ms.`, {
          remedy: "Look at githubstatus.com, then run the job again."
        })
      );
    }, ms);
  });
  work.catch(() => {
  });
  try {
    return await Promise.race([work, end]);
  } finally {
    clearTimeout(timer);
    if (onAbort) signal?.removeEventListener("abort", onAbort);
  }
}
function artifactFailure(what, error) {
  if (error instanceof UserError) return error;
  const said = messageOf(error).replace(/(https?:\/\/[^\s?]+)\?\S*/g, "$1").slice(0, 500);
  const message = `The ${what} of the artifact failed: ${said}`;
  if (/ACTIONS_RUNTIME_TOKEN|ACTIONS_RESULTS_URL|not currently supported on GHES/.test(said)) {
    return new UserError("artifacts_unavailable", message, {
      remedy: "Artifacts need a step of a workflow run on github.com. Use github-release:, oci: or file: elsewhere.",
      cause: error
    });
  }
  if (/\(409\)/.test(said)) {
    return new UserError("upload_broken_off", message, {
      remedy: "An earlier upload of this run broke off and its name is taken. Start a new run of the workflow.",
      cause: error
    });
  }
  if (/\b40[13]\b/.test(said)) {
    return new UserError("store_denied", message, {
      remedy: "The token of the run is not let in. Run the job again; a run that is over takes no more artifacts.",
      cause: error
    });
  }
  if (/after \d+ attempts|Unable to make request/.test(said)) {
    return new UserError("store_unreachable", message, {
      remedy: "Look at githubstatus.com and at the network of the runner, then run the job again.",
      cause: error
    });
  }
  return new UserError("store_refused", message, {
    remedy: "Do what the message says; look at githubstatus.com, then run the job again.",
    cause: error
  });
}

// src/github/artifact-store.ts
var TIMEOUTS = { ask: 2 * 6e4, transfer: 15 * 6e4 };
var ArtifactStore = class {
  constructor(options) {
    this.options = options;
  }
  options;
  place = "the artifacts";
  /** Ids of the artifacts of this run: the client has them without a token. */
  own = /* @__PURE__ */ new Set();
  async put(archive, packed, signal) {
    const { name, version } = packed;
    const here = await this.inThisRun({ name, version }, signal);
    const there = await this.elsewhere({ name, version }, signal);
    refuseOther(
      [here, there].flatMap((reference) => reference ?? []),
      packed,
      this.place
    );
    return here ?? await this.upload(archive, packed, signal);
  }
  async find(wanted, signal) {
    return await this.inThisRun(wanted, signal) ?? await this.options.repository?.find(wanted, signal);
  }
  async fetch(reference, folder, signal) {
    const { client, repository, timeoutMs } = this.options;
    if (!this.own.has(reference.id)) {
      if (repository) return repository.fetch(reference, folder, signal);
      throw otherRun(reference);
    }
    const aside = await mkdtemp(join(folder, ".artifact-"));
    try {
      const work = client.downloadArtifact(Number(reference.id), { path: aside, skipDecompress: true });
      await this.guarded("download", work, timeoutMs.transfer, signal);
      const [file, ...others] = await readdir(aside);
      if (file === void 0 || others.length > 0 || !(await lstat(join(aside, file))).isFile()) {
        throw new UserError("store_corrupt", `The artifact ${reference.id} is not one file.`, {
          remedy: "Package the release again."
        });
      }
      const path = join(folder, archiveName(reference));
      await rename(join(aside, file), path);
      return path;
    } finally {
      await rm(aside, { recursive: true, force: true });
    }
  }
  async upload(archive, packed, signal) {
    const { client, retentionDays, timeoutMs } = this.options;
    const name = artifactName(packed);
    const aside = await mkdtemp(join(process.env.RUNNER_TEMP || tmpdir(), "changeover-artifact-"));
    try {
      const file = join(aside, name);
      await link(archive, file).catch(() => copyFile(archive, file));
      const kept = retentionDays === void 0 ? {} : { retentionDays };
      const work = client.uploadArtifact(name, [file], aside, { skipArchive: true, ...kept });
      const { id, digest } = await this.guarded("upload", work, timeoutMs.transfer, signal);
      if (id === void 0 || digest !== await hashOf(archive)) {
        throw new UserError("store_corrupt", `${archive} changed while it was uploaded.`, {
          remedy: "Package the release again, and let nothing else write there."
        });
      }
      this.own.add(String(id));
      return this.reference(packed, id);
    } finally {
      await rm(aside, { recursive: true, force: true });
    }
  }
  async inThisRun(wanted, signal) {
    const { client, timeoutMs } = this.options;
    const { artifacts } = await this.guarded("list", client.listArtifacts(), timeoutMs.ask, signal);
    const fitting = artifacts.flatMap(({ name, id }) => {
      const release = releaseOfArtifact(name, wanted);
      return release && isWanted(release, wanted) ? [this.reference(release, id)] : [];
    });
    const found = onlyOne(fitting, this.place);
    if (found) this.own.add(found.id);
    return found;
  }
  /** The same version in another run, as far as the token lets us look; what has expired is no hindrance. */
  async elsewhere(wanted, signal) {
    try {
      return await this.options.repository?.find(wanted, signal);
    } catch (error) {
      if (error instanceof UserError && ["store_denied", "release_expired"].includes(error.code))
        return void 0;
      throw error;
    }
  }
  reference(release, id) {
    const { name, version, digest } = release;
    const { runUrl } = this.options;
    const url = runUrl === void 0 ? null : `${runUrl}/artifacts/${id}`;
    return { name, version, digest, id: String(id), url };
  }
  async guarded(what, work, ms, signal) {
    try {
      return await withinTime(what, work, ms, signal);
    } catch (error) {
      signal?.throwIfAborted();
      throw artifactFailure(what, error);
    }
  }
};
function otherRun({ name, version }) {
  return new UserError("store_access_missing", `${name} ${version} is an artifact of another run.`, {
    remedy: 'Give the action a token that has the permission "actions: read".'
  });
}
async function hashOf(path) {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex");
}
export {
  ArtifactStore,
  TIMEOUTS
};
