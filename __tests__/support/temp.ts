import { mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from '@jest/globals'

/** Makes temporary folders for a test file, and removes them after its last test. */
export function temporaryFolders(): () => Promise<string> {
  const made: string[] = []
  afterAll(async () => {
    for (const folder of made) await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  })
  return async () => {
    const folder = await realpath(await mkdtemp(join(tmpdir(), 'changeover-jest-')))
    made.push(folder)
    return folder
  }
}
