import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  archiveEntries,
  corrupt,
  entryContent,
  escapingLink,
  readManifest
} from "./chunk-O3AUF7BP.js";
import {
  FILES_FOLDER
} from "./chunk-SFP3RZBH.js";
import {
  MANIFEST_FILE,
  parseManifest
} from "./chunk-DRLVPPAE.js";
import {
  UserError,
  messageOf,
  systemCode
} from "./chunk-FB2AN6SX.js";

// src/release/open.ts
import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, rename, rm, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
async function openRelease(path, expected) {
  const settings = [];
  const { manifest } = await readRelease(path, expected, async (file, content) => {
    for await (const piece of content) if (file.path === MANIFEST_FILE) settings.push(piece);
  });
  return { path, manifest, settings: parseManifest(Buffer.concat(settings), `${path}: ${MANIFEST_FILE}`) };
}
async function unpackRelease(release, folder) {
  const temporary = `${folder}.${process.pid}.partial`;
  try {
    await rm(temporary, { recursive: true, force: true });
    await mkdir(temporary, { recursive: true, mode: 448 });
    const { links } = await readRelease(
      release.path,
      release.manifest.digest,
      (file, content) => writeContent(join(temporary, file.path), file, content)
    );
    for (const [path, target] of links) {
      await mkdir(dirname(join(temporary, path)), { recursive: true });
      await symlink(target, join(temporary, path));
    }
    await rm(folder, { recursive: true, force: true });
    await rename(temporary, folder);
  } catch (error) {
    await rm(temporary, { recursive: true, force: true }).catch(() => {
    });
    throw unwritable(folder, error);
  }
}
var ONE_PIECE = 256 * 1024;
async function writeContent(target, { size, executable }, content) {
  await mkdir(dirname(target), { recursive: true });
  const mode = executable ? 493 : 420;
  if (size > ONE_PIECE) {
    await pipeline(content, createWriteStream(target, { flags: "wx", mode }));
    return;
  }
  const pieces = [];
  for await (const piece of content) pieces.push(piece);
  await writeFile(target, Buffer.concat(pieces), { flag: "wx", mode });
}
async function readRelease(path, expected, take) {
  let manifest;
  const awaited = /* @__PURE__ */ new Map();
  const links = /* @__PURE__ */ new Map();
  for await (const entry of archiveEntries(path)) {
    if (!manifest) {
      manifest = await readManifest(path, entry, expected);
      for (const file2 of manifest.files) awaited.set(`${FILES_FOLDER}${file2.path}`, file2);
      continue;
    }
    const file = awaited.get(entry.header.name);
    if (!file)
      throw corrupt(
        path,
        `the entry ${JSON.stringify(entry.header.name)} is not in its list, or is there twice`
      );
    awaited.delete(entry.header.name);
    const target = await readEntry(path, entry, file, take);
    if (target !== void 0) links.set(file.path, target);
  }
  if (!manifest) throw corrupt(path, "it is empty");
  const [missing] = awaited.keys();
  if (missing !== void 0) throw corrupt(path, `${missing} is in its list but not in it`);
  const escaping = escapingLink(links);
  if (escaping !== void 0) throw corrupt(path, `the link ${escaping} leaves its folder`);
  return { manifest, links };
}
async function readEntry(path, entry, file, take) {
  const { header } = entry;
  if (header.type !== file.type)
    throw corrupt(path, `${file.path} is a ${header.type}, its list says ${file.type}`);
  const hash = createHash("sha256");
  if (file.type === "symlink") {
    const target = header.linkname ?? "";
    if (header.size !== 0) throw corrupt(path, `the link ${file.path} has content`);
    await entryContent(entry, 0);
    hash.update(target);
    if (hash.digest("hex") !== file.sha256) throw mismatch(path, file);
    return target;
  }
  if (((header.mode ?? 0) & 73) !== 0 !== file.executable)
    throw corrupt(path, `the mode of ${file.path} was changed`);
  if (header.size !== file.size) throw mismatch(path, file);
  const checked = async function* (pieces) {
    for await (const piece of pieces) {
      hash.update(piece);
      yield piece;
    }
  };
  await take(file, checked(entry.content));
  if (hash.digest("hex") !== file.sha256) throw mismatch(path, file);
  return void 0;
}
function mismatch(path, file) {
  return corrupt(path, `${file.path} does not match its SHA-256`);
}
function unwritable(folder, error) {
  if (error instanceof UserError || !/^E[A-Z]+$/.test(systemCode(error) ?? "")) return error;
  return new UserError("output_unwritable", `Cannot unpack into ${folder}: ${messageOf(error)}`, {
    remedy: "Check the space and the permissions there.",
    cause: error
  });
}

export {
  openRelease,
  unpackRelease,
  unwritable
};
