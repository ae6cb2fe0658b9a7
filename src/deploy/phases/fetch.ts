import { existsSync } from 'node:fs'
import { mkdir, readdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { unpackRelease, unwritable } from '../../release/open.js'
import type { State } from '../ledger/state.js'
import { type Ports, releaseFolder, type Step, type Unpacked } from './operation.js'

/** Unpack the release. It is done by every run, since an earlier one may have worked on another machine. */
export const fetch: Step = {
  phase: 'fetch',
  isRecorded: ({ journal }) => !journal.hasDone('fetch'),
  async run({ archive, release, ports }) {
    if (!archive) return
    await ports.log.step(`Unpack ${release.version}`, () =>
      ports.unpacked.unpack(archive, releaseFolder(ports, release)),
    )
  },
}

/** Delete the unpacked releases that no slot holds. */
export async function forgetOldReleases(state: State, ports: Ports): Promise<void> {
  const slots = [state.blue, state.green, state.in_place, state.in_place_previous]
  const kept = new Set(slots.flatMap((slot) => (slot ? [releaseFolder(ports, slot.release)] : [])))
  await ports.unpacked.keepOnly(ports.releasesFolder, kept)
}

/** Releases on the disk of this machine. */
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
