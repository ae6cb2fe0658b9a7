import { chmod, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { FolderStore } from '../../../../src/drivers/stores/folder.js'
import { openRelease } from '../../../../src/release/open.js'
import { expectCode, expectCompanions, packed } from '../../../support/store.js'
import { temporaryFolders } from '../../../support/temp.js'

const temporaryFolder = temporaryFolders()
const isRoot = process.getuid?.() === 0

async function kept(version = '1.0.0') {
  const folder = join(await temporaryFolder(), 'releases')
  const store = new FolderStore(folder)
  const one = await packed(temporaryFolder, version)
  return { folder, store, ...one, reference: await store.put(one.archive, one.release) }
}

describe('a folder as a store', () => {
  test('returns a stored release, found by version, by digest, and by both', async () => {
    const { store, release, archive } = await kept()
    const { name, version, digest } = release
    for (const wanted of [{ name, version }, { version }, { digest }, { name, version, digest }]) {
      const found = await store.find(wanted)
      expect(found).toMatchObject({ name, version, digest })
      if (!found) continue
      const path = await store.fetch(found, await temporaryFolder())
      expect(await readFile(path)).toEqual(await readFile(archive))
      expect((await openRelease(path, digest)).document.version).toBe(version)
    }
  })

  test('stores and returns the companions of an archive', async () => {
    const folder = await temporaryFolder()
    await expectCompanions(() => new FolderStore(folder), await packed(temporaryFolder), temporaryFolder)
    expect(await new FolderStore(folder).find({ version: '1.0.0' })).toMatchObject({ name: 'region-one' })
  })

  test('finds nothing for other releases', async () => {
    const { store, release } = await kept()
    const wrong = `sha256:${'0'.repeat(64)}`
    expect(await store.find({ version: '2.0.0' })).toBeUndefined()
    expect(await store.find({ name: 'region-two', version: '1.0.0' })).toBeUndefined()
    expect(await store.find({ name: release.name, version: '1.0.0', digest: wrong })).toBeUndefined()
    expect(
      await new FolderStore(join(await temporaryFolder(), 'none')).find({ version: '1.0.0' }),
    ).toBeUndefined()
  })

  test('storing the same release again changes nothing, also with other bytes', async () => {
    const { folder, store, release, archive, reference } = await kept()
    const before = await readdir(folder)
    expect(await store.put(archive, release)).toEqual(reference)
    const again = join(await temporaryFolder(), 'again.tar.gz')
    await writeFile(again, Buffer.concat([await readFile(archive), Buffer.alloc(10)]))
    expect(await store.put(again, release)).toEqual(reference)
    expect(await readdir(folder)).toEqual(before)
  })

  test('a version is never used for another release', async () => {
    const { folder, store, release } = await kept()
    const other = await packed(temporaryFolder, '1.0.0', 'second')
    const before = await readdir(folder)
    await expectCode(
      store.put(other.archive, other.release),
      'version_exists',
      release.digest,
      other.release.digest,
    )
    expect(await readdir(folder)).toEqual(before)
  })

  test('of concurrent releases with the same version one wins, and the others fail', async () => {
    const folder = await temporaryFolder()
    const candidates = await Promise.all(
      ['a', 'b', 'c', 'a', 'b', 'c'].map((text) => packed(temporaryFolder, '1.0.0', text)),
    )
    const ends = await Promise.allSettled(
      candidates.map(({ archive, release }) => new FolderStore(folder).put(archive, release)),
    )
    const winner = await new FolderStore(folder).find({ name: 'region-one', version: '1.0.0' })
    for (const [index, end] of ends.entries()) {
      const won = candidates[index]?.release.digest === winner?.digest
      expect(end).toMatchObject(won ? { status: 'fulfilled' } : { reason: { code: 'version_exists' } })
    }
    expect((await readdir(folder)).filter((name) => name.endsWith('.tmp'))).toEqual([])
    expect((await readdir(folder)).length).toBe(2)
  })

  test('the same version of two clouds is two releases', async () => {
    const { store } = await kept()
    const one = await packed(temporaryFolder)
    await store.put(one.archive, { ...one.release, name: 'region-two', digest: `sha256:${'1'.repeat(64)}` })
    await expectCode(store.find({ version: '1.0.0' }), 'release_ambiguous', 'region-one', 'region-two')
    expect(await store.find({ name: 'region-two', version: '1.0.0' })).toMatchObject({ name: 'region-two' })
  })

  test('ignores other files in the folder', async () => {
    const { folder, store, release } = await kept()
    await writeFile(join(folder, 'package.json'), '{"name": "something else"}')
    await writeFile(join(folder, 'broken.json'), '{')
    await mkdir(join(folder, 'folder'))
    expect(await store.find({ digest: release.digest })).toMatchObject({ version: '1.0.0' })
  })
})

describe('a faulty folder', () => {
  test.each([
    ['cut', (text: string) => text.slice(0, -20)],
    [
      'leading elsewhere',
      (text: string) => text.replace(/"archive": "[^"]*"/, '"archive": "../../etc/passwd.tar.gz"'),
    ],
    ['of another version', (text: string) => text.replace('"1.0.0"', '"2.0.0"')],
  ])('names a record that is %s', async (_how, change) => {
    const { folder, store } = await kept()
    const record = join(folder, 'region-one-1.0.0.json')
    await writeFile(record, change(await readFile(record, 'utf8')))
    await expectCode(store.find({ name: 'region-one', version: '1.0.0' }), 'store_corrupt', record)
  })

  test('names a missing archive, and leaves no file', async () => {
    const { folder, store, reference } = await kept()
    await rm(join(folder, reference.id))
    const into = await temporaryFolder()
    await expectCode(store.fetch(reference, into), 'store_unreadable', reference.id)
    expect(await readdir(into)).toEqual([])
  })

  test('names a file in place of the folder', async () => {
    const folder = join(await temporaryFolder(), 'file')
    await writeFile(folder, '')
    const { archive, release } = await packed(temporaryFolder)
    await expectCode(new FolderStore(folder).put(archive, release), 'store_unreadable', folder)
  })

  ;(isRoot ? test.skip : test)('a folder that may not be written is named', async () => {
    const folder = await temporaryFolder()
    await chmod(folder, 0o555)
    const { archive, release } = await packed(temporaryFolder)
    await expectCode(new FolderStore(folder).put(archive, release), 'store_unwritable', folder)
  })
})
