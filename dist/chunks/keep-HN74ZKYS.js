import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import "./chunk-WRJK5PWJ.js";

// src/release/keep.ts
async function keepRelease(result, store, signal) {
  const { name, version, digest, commit, path } = result;
  const { id, url } = await store.put(path, { name, version, digest, commit }, signal);
  return { ...result, stored: { place: store.place, id, url } };
}
export {
  keepRelease
};
