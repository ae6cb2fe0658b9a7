import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import "./chunk-DIT3HX7E.js";

// src/impact/changes.ts
function changesBetween(before, after) {
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
export {
  changesBetween
};
