import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  nearest
} from "./chunk-65XTCQBH.js";
import {
  UserError
} from "./chunk-FB2AN6SX.js";

// src/drivers/stores/address.ts
var KINDS = ["file", "github-artifact", "github-release", "oci"];
var DIGEST = /^sha256:[0-9a-f]{64}$/;
var VERSION = /^[A-Za-z0-9][A-Za-z0-9._+-]{0,63}$/;
var ARCHIVE = /\.(tar\.gz|tgz)$/;
function parseStoreAddress(text) {
  const [, scheme, rest = ""] = /^([a-z][a-z-]*):(.*)$/s.exec(text) ?? [];
  if (scheme === void 0) return { kind: "file", path: present(text, text) };
  switch (scheme) {
    case "file":
      return { kind: "file", path: present(rest.replace(/^\/\/(?=\/)/, ""), text) };
    case "github-artifact":
    case "github-release":
      return { kind: scheme, repository: gitHubRepository(rest, text) };
    case "oci":
      return { kind: "oci", ...ociRepository(rest, text) };
    default:
      throw bad(text, nearest(scheme, KINDS));
  }
}
function parseReleaseName(text) {
  if (DIGEST.test(text)) return { wanted: { digest: text }, store: void 0 };
  const hash = text.lastIndexOf("#");
  const after = text.slice(hash + 1);
  if (hash > 0 && !ARCHIVE.test(after) && !after.includes("/")) {
    return { wanted: wantedOf(after, text), store: text.slice(0, hash) };
  }
  if (text.startsWith("file:")) return { file: text.slice("file:".length).replace(/^\/\/(?=\/)/, "") };
  if (text.includes("/") || ARCHIVE.test(text) || !VERSION.test(text)) return { file: text };
  return { wanted: { version: text }, store: void 0 };
}
function wantedOf(text, whole) {
  if (DIGEST.test(text)) return { digest: text };
  if (VERSION.test(text)) return { version: text };
  throw new UserError(
    "bad_release_name",
    `"${whole}" names no release: "${text}" is no version and no digest.`,
    {
      remedy: "Use STORE#VERSION or STORE#sha256:\u2026, a version, a digest, or the path of an archive."
    }
  );
}
function present(path, whole) {
  if (path !== "" && !path.includes("\0")) return path;
  throw bad(whole);
}
function gitHubRepository(text, whole) {
  if (text === "") return void 0;
  if (/^[A-Za-z0-9][A-Za-z0-9-]*\/(?!\.{1,2}$)[A-Za-z0-9._-]+$/.test(text)) return text;
  throw bad(whole);
}
function ociRepository(text, whole) {
  const host = "[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::[0-9]{1,5})?";
  const part = "[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*";
  const match = new RegExp(`^//(${host}|\\[[0-9a-f:]+\\](?::[0-9]{1,5})?)/(${part}(?:/${part})*)$`).exec(text);
  const [, registry, repository] = match ?? [];
  if (registry === void 0 || repository === void 0) throw bad(whole);
  return { registry, repository };
}
function bad(text, meant) {
  const hint = meant === void 0 ? "" : `Did you mean "${meant}:"? `;
  return new UserError("bad_store_address", `"${text}" is not the address of a store.`, {
    remedy: `${hint}Use file:FOLDER, github-artifact:, github-release:, github-release:OWNER/NAME or oci://REGISTRY/REPOSITORY.`
  });
}

export {
  parseStoreAddress,
  parseReleaseName
};
