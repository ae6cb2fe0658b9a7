import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  companionsOf
} from "./chunk-XNRCI26D.js";
import {
  archiveName,
  isWanted,
  onlyOne,
  refuseOther,
  storedRelease
} from "./chunk-D3BQ53FD.js";
import {
  UserError,
  messageOf,
  systemCode
} from "./chunk-FB2AN6SX.js";
import "./chunk-WRJK5PWJ.js";

// src/drivers/stores/folder.ts
import { createHash, randomUUID } from "node:crypto";
import { constants, createReadStream } from "node:fs";
import { copyFile, link, mkdir, open, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { pipeline } from "node:stream/promises";
import { pathToFileURL } from "node:url";
var FolderStore = class {
  place;
  folder;
  constructor(path) {
    this.folder = resolve(path);
    this.place = this.folder;
  }
  async put(archive, release, signal) {
    const existing = await this.recordOf(recordName(release));
    if (existing) return this.kept(existing, release);
    const name = archiveName(release).replace(/\.tar\.gz$/, `-${(await hashOf(archive)).slice(0, 16)}.tar.gz`);
    const temporary = join(this.folder, `.${randomUUID()}.tmp`);
    const target = join(this.folder, name);
    const record = { schema: "changeover/stored_release/v1", ...only(release), archive: name };
    try {
      await mkdir(this.folder, { recursive: true });
      signal?.throwIfAborted();
      for (const { path, ending } of await companionsOf(archive))
        await copyWhole(path, temporary, `${target}${ending}`);
      await copyWhole(archive, temporary, target);
      await writeFile(temporary, `${JSON.stringify(record, null, 2)}
`);
      await onDisk(temporary);
      await link(temporary, join(this.folder, recordName(release)));
      return this.reference(record);
    } catch (error) {
      if (systemCode(error) === "EEXIST") return this.afterAnother(release, name);
      if (signal?.aborted || error instanceof UserError) throw error;
      throw new UserError("store_unwritable", `Cannot write to ${this.folder}: ${messageOf(error)}`, {
        remedy: "Give the user who runs this the right to write there, or name another store.",
        cause: error
      });
    } finally {
      await rm(temporary, { force: true }).catch(() => {
      });
    }
  }
  async find(wanted) {
    if (wanted.name !== void 0 && wanted.version !== void 0) {
      const record = await this.recordOf(recordName({ name: wanted.name, version: wanted.version }));
      return record && isWanted(record, wanted) ? this.reference(record) : void 0;
    }
    const fitting = [];
    for (const name of await this.recordNames()) {
      const record = await this.recordOf(name);
      if (record && isWanted(record, wanted)) fitting.push(this.reference(record));
    }
    return onlyOne(fitting, this.place);
  }
  async fetch(reference, folder, signal) {
    signal?.throwIfAborted();
    const target = join(folder, archiveName(reference));
    try {
      await copyFile(join(this.folder, reference.id), target, constants.COPYFILE_FICLONE);
      for (const { path, ending } of await companionsOf(join(this.folder, reference.id))) {
        await copyFile(path, `${target}${ending}`);
      }
      return target;
    } catch (error) {
      await rm(target, { force: true });
      throw new UserError(
        "store_unreadable",
        `Cannot read ${reference.id} from ${this.folder}: ${messageOf(error)}`,
        {
          remedy: "Put the archive there again: changeover package --store.",
          cause: error
        }
      );
    }
  }
  /** Somebody else was faster. Their archive may be packed in other bytes: ours is not needed then. */
  async afterAnother(release, ours) {
    const record = await this.recordOf(recordName(release));
    if (record && record.archive !== ours) {
      const archive = join(this.folder, ours);
      for (const { path } of await companionsOf(archive)) await rm(path, { force: true });
      await rm(archive, { force: true });
    }
    if (record) return this.kept(record, release);
    throw this.corrupt(recordName(release), "it went away while it was read");
  }
  kept(record, release) {
    refuseOther([record], release, this.place);
    return this.reference(record);
  }
  async recordNames() {
    try {
      return (await readdir(this.folder)).filter((name) => /^[^.].*\.json$/.test(name) && !name.includes(".tar.gz.")).sort();
    } catch (error) {
      if (systemCode(error) === "ENOENT") return [];
      throw this.unreadable(error);
    }
  }
  async recordOf(name) {
    let text;
    try {
      text = await readFile(join(this.folder, name), "utf8");
    } catch (error) {
      if (systemCode(error) === "ENOENT") return void 0;
      throw this.unreadable(error);
    }
    const record = parseRecord(text);
    if (record === void 0) return void 0;
    if (record && recordName(record) === name) return record;
    throw this.corrupt(name, "it is not a record of a release");
  }
  reference(record) {
    const url = pathToFileURL(join(this.folder, record.archive)).href;
    return { ...only(record), id: record.archive, url };
  }
  unreadable(error) {
    return new UserError("store_unreadable", `Cannot read ${this.folder}: ${messageOf(error)}`, {
      remedy: "Give the user who runs this the right to read it, or name another store.",
      cause: error
    });
  }
  corrupt(name, why) {
    return new UserError("store_corrupt", `${join(this.folder, name)} is damaged: ${why}.`, {
      remedy: "Remove it, and package the release again from the same commit."
    });
  }
};
function parseRecord(text) {
  let data;
  try {
    data = JSON.parse(text);
  } catch {
    return text.includes("changeover/stored_release/") ? null : void 0;
  }
  if (typeof data !== "object" || data === null || !("schema" in data)) return void 0;
  if (data.schema !== "changeover/stored_release/v1") return void 0;
  const { name, version, digest, archive } = data;
  const release = storedRelease(name, version, digest);
  if (!release || typeof archive !== "string" || !/^[A-Za-z0-9][\w.+-]*\.tar\.gz$/.test(archive)) return null;
  return { schema: "changeover/stored_release/v1", ...release, archive };
}
function recordName({ name, version }) {
  return `${name}-${version}.json`;
}
function only({ name, version, digest }) {
  return { name, version, digest };
}
async function hashOf(path) {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex");
}
async function copyWhole(from, temporary, to) {
  await copyFile(from, temporary, constants.COPYFILE_FICLONE);
  await onDisk(temporary);
  await rename(temporary, to);
}
async function onDisk(path) {
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
export {
  FolderStore
};
