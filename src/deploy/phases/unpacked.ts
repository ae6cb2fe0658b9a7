import { existsSync } from 'node:fs'
import { mkdir, readdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type Release, unpackRelease, unwritable } from '../../release/open.js'

/** Where releases lie unpacked on this machine. */
export interface Unpacked {
  /** Whether a release was unpacked into `folder` before. */
  has(folder: string): boolean
  /** Unpack a release, over whatever is in `folder`. */
  unpack(release: Release, folder: string): Promise<void>
  /** Delete what is in `parent`, except these folders. */
  keepOnly(parent: string, folders: ReadonlySet<string>): Promise<void>
}

/** The machine's own disk. */
export const unpackedOnDisk: Unpacked = {
  has: existsSync,
  async unpack(release, folder) {
    await mkdir(dirname(folder), { recursive: true, mode: 0o700 }).catch((error: unknown) => {
      throw unwritable(folder, error)
    })
    await unpackRelease(release, folder)
  },
  async keepOnly(parent, folders) {
    for (const name of await readdir(parent).catch(() => [])) {
      const folder = join(parent, name)
      if (!folders.has(folder)) await rm(folder, { recursive: true, force: true })
    }
  },
}
