import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)

// src/platform/package-root.ts
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
var found;
function packageRoot() {
  if (found !== void 0) return found;
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!(existsSync(join(folder, "package.json")) && existsSync(join(folder, "action.yml")))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error("this build of Changeover does not lie in its package");
    folder = parent;
  }
  found = folder;
  return folder;
}
function packageVersion() {
  const { version } = JSON.parse(readFileSync(join(packageRoot(), "package.json"), "utf8"));
  return version;
}

export {
  packageRoot,
  packageVersion
};
