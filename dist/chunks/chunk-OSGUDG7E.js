import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  openRelease
} from "./chunk-4SOFSJO6.js";
import {
  parseReleaseName
} from "./chunk-YRZ77VWT.js";
import {
  loadManifestIfThere
} from "./chunk-DRLVPPAE.js";
import {
  UserError
} from "./chunk-FB2AN6SX.js";

// src/release/locate.ts
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
async function withRelease(asked, sources, { log, signal }, work) {
  const name = parseReleaseName(asked.release);
  if ("file" in name) {
    const opened = await log.step(
      `Check the release ${name.file}`,
      () => admitted(name.file, asked.digest, sources)
    );
    return work(opened);
  }
  const wanted = await completed(name.wanted, asked, sources);
  const folder = await mkdtemp(join(sources.scratch ?? tmpdir(), "changeover-release-"));
  let fetchedWell = false;
  try {
    const release = await log.step(`Fetch the release ${asked.release}`, async () => {
      const address = name.store ?? await storeOf(sources, asked.release);
      return fetched(wanted, sources, await sources.openStore(address), folder, log, signal);
    });
    fetchedWell = true;
    return await work(release);
  } finally {
    if (!fetchedWell || sources.scratch === void 0) await rm(folder, { recursive: true, force: true });
  }
}
async function storeOf(sources, release) {
  const address = sources.store ?? (await loadManifestIfThere(sources.folder))?.release?.store;
  if (address !== void 0) return address;
  throw new UserError(
    "store_missing",
    `"${release}" is no archive, and no store is named to look for it in.`,
    {
      remedy: "Name one with --store (in an action: store), or as release.store in changeover.yml."
    }
  );
}
async function completed(wanted, asked, sources) {
  if (wanted.digest !== void 0 && asked.digest !== void 0 && wanted.digest !== asked.digest) {
    throw new UserError("digest_mismatch", `${wanted.digest} was asked for, expected ${asked.digest}.`, {
      remedy: "Name one digest only."
    });
  }
  const digest = wanted.digest ?? asked.digest;
  const manifest = await loadManifestIfThere(sources.folder).catch(() => void 0);
  return { ...wanted, digest, ...wanted.digest === void 0 ? { name: manifest?.name } : {} };
}
async function admitted(archive, digest, { admit }) {
  const attested = await admit?.(archive);
  const release = await openRelease(archive, digest);
  if (attested === void 0 || attested === release.manifest.digest) return release;
  throw new UserError(
    "digest_mismatch",
    `${archive} is ${release.manifest.digest}, but its attestation is about ${attested}.`,
    { remedy: "Do not use the archive: somebody has changed it, or laid another attestation beside it." }
  );
}
async function fetched(wanted, sources, store, folder, log, signal) {
  const reference = await store.find(wanted, signal);
  if (!reference) throw await notFound(wanted, store, signal);
  log.info(`${reference.name} ${reference.version} (${reference.digest}) is in ${store.place}`);
  const path = await store.fetch(reference, folder, signal);
  const release = await admitted(path, wanted.digest ?? reference.digest, sources);
  const { name, version } = release.manifest;
  const right = version === (wanted.version ?? version) && name === (wanted.name ?? name);
  if (right) return release;
  throw new UserError(
    "version_mismatch",
    `${store.place} gives ${name} ${version} for ${wanted.name ?? reference.name} ${wanted.version ?? reference.version}.`,
    { remedy: "Somebody has named it wrong there. Name the release by its digest, and mend the store." }
  );
}
async function notFound(wanted, store, signal) {
  const { name, version, digest } = wanted;
  const other = version !== void 0 && digest !== void 0 ? await store.find({ name, version }, signal) : void 0;
  if (other) {
    return new UserError(
      "digest_mismatch",
      `${store.place} holds ${other.name} ${other.version} as ${other.digest}, expected ${digest}.`,
      { remedy: "This is not the release that was tested and approved. Look for who has put it there." }
    );
  }
  const what = [name, version ?? digest].filter(Boolean).join(" ");
  return new UserError("release_not_found", `${store.place} holds no release ${what}.`, {
    remedy: "Put it there with changeover package --store, or name another store with --store."
  });
}

export {
  withRelease,
  storeOf
};
