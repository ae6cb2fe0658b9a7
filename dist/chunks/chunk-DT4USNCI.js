import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)

// src/release/result.ts
function packageResult(outcome, path, manifest) {
  const { name, version, digest, commit, files } = manifest;
  const bytes = files.reduce((sum, file) => sum + file.size, 0);
  return {
    schema: "changeover/package/v1",
    ...{ outcome, name, version, digest, path, commit },
    files: files.length,
    bytes,
    dirty: manifest.dirty === true,
    kinds: manifest.kinds ?? {},
    findings: manifest.findings ?? null,
    openstack_release: manifest.openstack_release ?? null,
    previous: manifest.previous ?? null
  };
}

export {
  packageResult
};
