import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  UserError
} from "./chunk-FB2AN6SX.js";

// src/drivers/stores/store.ts
function archiveName({ name, version }) {
  return `${name}-${version}.tar.gz`;
}
function storedRelease(name, version, digest) {
  if (typeof name !== "string" || !/^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/.test(name)) return void 0;
  if (typeof version !== "string" || !/^[A-Za-z0-9][A-Za-z0-9._+-]{0,63}$/.test(version)) return void 0;
  if (typeof digest !== "string" || !/^sha256:[0-9a-f]{64}$/.test(digest)) return void 0;
  return { name, version, digest };
}
function isWanted(release, wanted) {
  return (wanted.name === void 0 || wanted.name === release.name) && (wanted.version === void 0 || wanted.version === release.version) && (wanted.digest === void 0 || wanted.digest === release.digest);
}
function onlyOne(fitting, place) {
  const [first] = fitting;
  const other = fitting.find((one) => one.digest !== first?.digest);
  if (!first || !other) return first;
  throw new UserError(
    "release_ambiguous",
    `${place} holds more than one such release: ${nameOf(first)} and ${nameOf(other)}.`,
    { remedy: "Say which one by its digest." }
  );
}
function refuseOther(existing, release, place) {
  const other = existing.find(
    ({ name, version, digest }) => name === release.name && version === release.version && digest !== release.digest
  );
  if (!other) return;
  throw new UserError(
    "version_exists",
    `${place} holds ${release.name} ${release.version} as ${other.digest}; this one is ${release.digest}.`,
    { remedy: "A version is never used for another release: choose a new one." }
  );
}
function nameOf({ name, version, digest }) {
  return `${name} ${version} (${digest})`;
}

export {
  archiveName,
  storedRelease,
  isWanted,
  onlyOne,
  refuseOther
};
