import { randomUUID } from 'node:crypto'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/**
 * Replace a file's content in one step: readers see the old bytes or the new ones, never half of them.
 * The file keeps its mode; a new one gets `mode`.
 */
export async function writeFileAtomic(path: string, content: string | Buffer, mode = 0o644): Promise<void> {
  const folder = dirname(path)
  await mkdir(folder, { recursive: true })
  const old = await stat(path).catch(() => undefined)
  const temporary = join(folder, `.${basename(path)}.${randomUUID()}.tmp`)
  try {
    const handle = await open(temporary, 'wx', old ? old.mode & 0o7777 : mode)
    try {
      await handle.writeFile(content)
      await handle.sync()
      if (old) await handle.chown(old.uid, old.gid).catch(() => {}) // only root may give a file away
    } finally {
      await handle.close()
    }
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
}
