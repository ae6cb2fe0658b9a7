import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { FolderStore } from '../../../src/drivers/stores/folder.js'
import type { Reference, Store } from '../../../src/drivers/stores/store.js'
import { silentLog } from '../../../src/platform/log.js'
import { type ReleaseSources, withRelease } from '../../../src/release/locate.js'
import { expectCode, type Packed, packed } from '../../support/store.js'
import { temporaryFolders } from '../../support/temp.js'

const temporaryFolder = temporaryFolders()

/** Sources whose store is the given one; what is fetched lies in `scratch`. */
async function sourcesOf(store: Store): Promise<ReleaseSources & { scratch: string }> {
  const folder = await temporaryFolder()
  await writeFile(join(folder, 'changeover.yml'), 'version: 1\nname: region-one\nrelease: { store: x }\n')
  return { folder, store: undefined, openStore: async () => store, scratch: await temporaryFolder() }
}

async function filled(...kept: Packed[]): Promise<FolderStore> {
  const store = new FolderStore(await temporaryFolder())
  for (const { archive, release } of kept) await store.put(archive, release)
  return store
}

function located(release: string, sources: ReleaseSources, digest?: string): Promise<string> {
  return withRelease(
    { release, digest },
    sources,
    { log: silentLog },
    async ({ document }) => document.digest,
  )
}

/** A store that says one thing and gives another. */
function liar(says: Omit<Reference, 'id' | 'url'>, archive: Packed): Store {
  const reference = { ...says, id: '1', url: null }
  return {
    place: 'the liar',
    put: async () => reference,
    find: async () => reference,
    fetch: async (_reference, folder) => {
      const path = join(folder, 'x.tar.gz')
      await writeFile(path, await readFile(archive.archive))
      return path
    },
  }
}

describe('a release is found', () => {
  test('by version, by digest, by both, by reference, or as a file', async () => {
    const one = await packed(temporaryFolder)
    const sources = await sourcesOf(await filled(one, await packed(temporaryFolder, '2.0.0')))
    const { digest } = one.release
    expect(await located('1.0.0', sources)).toBe(digest)
    expect(await located(digest, sources)).toBe(digest)
    expect(await located('1.0.0', sources, digest)).toBe(digest)
    expect(await located('anywhere#1.0.0', sources)).toBe(digest)
    expect(await located(one.archive, sources, digest)).toBe(digest)
    expect(await located(`file:${one.archive}`, sources)).toBe(digest)
  })

  test('of this cloud in a store with others, also with an invalid changeover.yml', async () => {
    const one = await packed(temporaryFolder)
    const store = await filled(one)
    const other = { ...one.release, name: 'region-two', digest: `sha256:${'1'.repeat(64)}` }
    await store.put(one.archive, other)
    const sources = await sourcesOf(store)
    expect(await located('1.0.0', sources)).toBe(one.release.digest)
    await writeFile(join(sources.folder, 'changeover.yml'), 'broken: [')
    expect(await located(one.release.digest, { ...sources, store: 'x' })).toBe(one.release.digest)
    await expectCode(
      located('1.0.0', { ...sources, store: 'x' }),
      'release_ambiguous',
      'region-one',
      'region-two',
    )
  })

  test('and removed after the work, unless scratch is set', async () => {
    const one = await packed(temporaryFolder)
    const sources = await sourcesOf(await filled(one))
    await located('1.0.0', sources)
    expect(await readdir(sources.scratch)).toHaveLength(1)
    const { scratch: _kept, ...without } = sources
    let at = ''
    await withRelease(
      { release: '1.0.0', digest: undefined },
      without,
      { log: silentLog },
      async ({ path }) => {
        at = path
        expect(await readdir(join(path, '..'))).toHaveLength(1)
      },
    )
    await expect(readdir(join(at, '..'))).rejects.toThrow('ENOENT')
  })
})

describe('a release is refused, and leaves no file,', () => {
  test('when it has another digest: both are named', async () => {
    const one = await packed(temporaryFolder)
    const other = await packed(temporaryFolder, '1.0.0', 'second')
    const sources = await sourcesOf(await filled(other))
    const { digest } = one.release
    await expectCode(located('1.0.0', sources, digest), 'digest_mismatch', digest, other.release.digest)
    const lying = await sourcesOf(liar(one.release, other))
    await expectCode(located('1.0.0', lying, digest), 'digest_mismatch', digest, other.release.digest)
    await expectCode(located('1.0.0', lying), 'digest_mismatch', digest, other.release.digest)
    expect(await readdir(lying.scratch)).toEqual([])
  })

  test('when it has another version than in the store', async () => {
    const two = await packed(temporaryFolder, '2.0.0')
    const sources = await sourcesOf(liar({ ...two.release, version: '1.0.0' }, two))
    await expectCode(located('1.0.0', sources), 'version_mismatch', '2.0.0', '1.0.0')
    expect(await readdir(sources.scratch)).toEqual([])
  })

  test('when it is not a release', async () => {
    const one = await packed(temporaryFolder)
    await writeFile(one.archive, 'not a release')
    const sources = await sourcesOf(liar(one.release, one))
    await expectCode(located('1.0.0', sources), 'release_unreadable')
    expect(await readdir(sources.scratch)).toEqual([])
  })

  test('when it is named by two digests', async () => {
    const one = await packed(temporaryFolder)
    const sources = await sourcesOf(await filled(one))
    const wrong = `sha256:${'0'.repeat(64)}`
    await expectCode(
      located(one.release.digest, sources, wrong),
      'digest_mismatch',
      one.release.digest,
      wrong,
    )
  })
})
