import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)

// src/platform/files.ts
import { randomUUID } from "node:crypto";
import { mkdir, open, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
async function writeFileAtomic(path, content, mode = 420) {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true });
  const old = await stat(path).catch(() => void 0);
  const temporary = join(folder, `.${basename(path)}.${randomUUID()}.tmp`);
  try {
    const handle = await open(temporary, "wx", old ? old.mode & 4095 : mode);
    try {
      await handle.writeFile(content);
      await handle.sync();
      if (old) await handle.chown(old.uid, old.gid).catch(() => {
      });
    } finally {
      await handle.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

export {
  writeFileAtomic
};
