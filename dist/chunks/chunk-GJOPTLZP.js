import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)

// src/release/provenance/names.ts
function statementPath(archive) {
  return `${archive}.intoto.json`;
}
function bundlePath(archive) {
  return `${archive}.sigstore.json`;
}
function dependenciesPath(archive) {
  return `${archive}.cdx.json`;
}

export {
  statementPath,
  bundlePath,
  dependenciesPath
};
