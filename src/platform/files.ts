import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'

/**
 * Replace the content of a file in one step: readers see all of the old bytes or all of the new ones. The file keeps its
 * mode; a new file gets `mode`.
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
      if (old) await handle.chown(old.uid, old.gid).catch(() => {}) // only root may change the owner
    } finally {
      await handle.close()
    }
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
}

/** The hexadecimal SHA-256 of a file's bytes. */
export async function sha256OfFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}

/**
 * The folder for what must outlive a run: unpacked releases, and the state of a local router. CHANGEOVER_STATE_DIR, or a
 * folder in the user's state folder.
 */
export function stateFolder(env: Record<string, string | undefined>): string {
  if (env.CHANGEOVER_STATE_DIR) return env.CHANGEOVER_STATE_DIR
  return join(env.XDG_STATE_HOME || join(homedir(), '.local', 'state'), 'changeover')
}
