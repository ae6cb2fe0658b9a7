import { readdir, readFile, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { expect } from '@jest/globals'
import type { PackedRelease, Store } from '../../src/drivers/stores/store.js'
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

/**
 * Put files beside an archive, keep it, fetch it again, and hold the store to bringing back those that belong to it.
 */
export async function expectCompanions(
  store: () => Store,
  { archive, release }: Packed,
  temporaryFolder: () => Promise<string>,
): Promise<void> {
  const beside = { '.sigstore.json': '{"bundle": true}', '.cdx.json': '{"list": true}' }
  for (const [ending, text] of Object.entries(beside)) await writeFile(`${archive}${ending}`, text)
  await writeFile(`${archive}.notes.txt`, 'not ours')
  await writeFile(join(dirname(archive), 'other.json'), 'not ours')
  await store().put(archive, release)
  const found = await store().find(release)
  if (!found) throw new Error('what was put is not found')
  const path = await store().fetch(found, await temporaryFolder())
  expect((await readdir(dirname(path))).sort()).toEqual(
    ['', ...Object.keys(beside)].map((ending) => `${basename(path)}${ending}`).sort(),
  )
  for (const [ending, text] of Object.entries(beside)) {
    expect(await readFile(`${path}${ending}`, 'utf8')).toBe(text)
  }
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
