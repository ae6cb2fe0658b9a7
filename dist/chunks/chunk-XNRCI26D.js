import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)

// src/drivers/stores/companions.ts
import { readdir } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
function endingAfter(archive, name) {
  if (!name.startsWith(archive)) return void 0;
  const ending = name.slice(archive.length);
  return /^(?:\.[a-z][a-z0-9-]{0,30}){0,3}\.json$/.test(ending) ? ending : void 0;
}
async function companionsOf(archive) {
  const folder = dirname(archive);
  const names = await readdir(folder);
  return names.sort().flatMap((name) => {
    const ending = endingAfter(basename(archive), name);
    return ending === void 0 ? [] : [{ path: join(folder, name), ending }];
  });
}

export {
  endingAfter,
  companionsOf
};
