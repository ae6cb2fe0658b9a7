import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  UserError
} from "./chunk-FB2AN6SX.js";

// src/release/manifest.ts
import { createHash } from "node:crypto";
var RELEASE_MANIFEST = "manifest.json";
var FILES_FOLDER = "files/";
var MAX_RELEASE_BYTES = 1024 ** 3;
var MAX_RELEASE_FILES = 1e5;
function digestOf(manifest) {
  const { digest: _own, ...content } = manifest;
  return `sha256:${createHash("sha256").update(canonicalJson(content)).digest("hex")}`;
}
function changedFiles(before, after) {
  const old = new Map(before.map((file) => [file.path, file]));
  const changes = { added: [], changed: [], removed: [] };
  for (const file of after) {
    const was = old.get(file.path);
    old.delete(file.path);
    if (!was) changes.added.push(file.path);
    else if (was.sha256 !== file.sha256 || was.executable !== file.executable || was.type !== file.type) {
      changes.changed.push(file.path);
    }
  }
  changes.removed.push(...old.keys());
  return changes;
}
function checkVersion(version) {
  if (/^[A-Za-z0-9][A-Za-z0-9._+-]{0,63}$/.test(version)) return version;
  throw new UserError("invalid_version", `"${version}" cannot be a version.`, {
    remedy: "Use up to 64 letters, digits, dots, dashes, underscores and plus signs, for example 2026.11.1."
  });
}
function canonicalJson(value) {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => a < b ? -1 : 1);
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(",")}}`;
}

export {
  RELEASE_MANIFEST,
  FILES_FOLDER,
  MAX_RELEASE_BYTES,
  MAX_RELEASE_FILES,
  digestOf,
  changedFiles,
  checkVersion
};
