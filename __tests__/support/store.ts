import { expect } from '@jest/globals'
import type { PackedRelease } from '../../src/drivers/stores/store.js'
import { build } from './release.js'

/** An archive with what a store is told of it. */
export interface Packed {
  archive: string
  release: PackedRelease
}

/** Package a small release; another `text` is another digest. */
export async function packed(
  temporaryFolder: () => Promise<string>,
  version = '1.0.0',
  text = 'first',
): Promise<Packed> {
  const files = { 'changeover.yml': 'version: 1\nname: region-one\n', 'text.txt': `${text}\n` }
  const { result } = await build(temporaryFolder, files, version)
  const { name, digest, commit, path } = result
  return { archive: path, release: { name, version, digest, commit } }
}

/** Hold a failure to its word: its code, what its message names, and that it says what to do. */
export async function expectCode(work: Promise<unknown>, code: string, ...named: string[]): Promise<void> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown as Error & { code?: string; remedy?: string },
  )
  expect({ code: error?.code, message: error?.message }).toEqual({ code, message: expect.any(String) })
  for (const text of named) expect(error?.message).toContain(text)
  expect(error?.remedy).toMatch(/./)
}
