import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { Archives } from '../../../src/deploy/operations/archives.js'
import { FolderStore } from '../../../src/drivers/stores/folder.js'
import { silentLog } from '../../../src/platform/log.js'
import type { Release } from '../../../src/release/open.js'
import { Scene } from '../../support/changeover.js'
import { temporaryFolders } from '../../support/temp.js'

const temporaryFolder = temporaryFolders()
let scene: Scene
let store: FolderStore
let first: Release

beforeEach(async () => {
  scene = await Scene.create(await temporaryFolder())
  store = new FolderStore(join(scene.folder, 'store'))
  first = await kept('1')
  await scene.deploy(first)
})
afterEach(() => scene.colors.stop())

async function kept(version: string): Promise<Release> {
  const release = await scene.release(version)
  await store.put(release.path, release.document)
  return release
}

function search(): Archives {
  const sources = { folder: scene.folder, store: 'x', openStore: async () => store }
  return new Archives(sources, silentLog, new AbortController().signal)
}

function noStore(): Archives {
  const sources = { folder: scene.folder, store: undefined, openStore: async () => store }
  return new Archives(sources, silentLog, new AbortController().signal)
}

describe('a color whose probes need missing files', () => {
  beforeEach(async () => {
    await scene.deploy(await kept('2'))
    await rm(join(scene.folder, 'unpacked'), { recursive: true })
  })

  test('is shifted back to with files from the store', async () => {
    expect(await scene.rollback({ fetch: search().fetch })).toMatchObject({ outcome: 'restored' })
  })

  test('is not shifted back to when the store has another release of its version', async () => {
    await rm(join(scene.folder, 'store'), { recursive: true })
    await rm(join(scene.folder, 'releases'), { recursive: true })
    const forged = await kept('1')
    const result = await scene.rollback({ fetch: search().fetch })
    expect(result).toMatchObject({ outcome: 'refused', reason: 'release_not_held' })
    expect(result.message).toContain(forged.document.digest)
    expect(result.message).toContain(first.document.digest)
  })

  test('is not shifted back to without a store, and the message says what is missing', async () => {
    const result = await scene.rollback({ fetch: noStore().fetch })
    expect(result).toMatchObject({ outcome: 'refused', reason: 'release_not_held' })
    expect(result.message).toContain('not unpacked on this machine')
    // that it is ready but for its files is no reason to deploy it anew
    expect(await search().toDeployAnew('1', undefined, result, scene.ledger())).toBeUndefined()
  })
})

describe('a requested release that no color can be shifted back to', () => {
  async function refusal(to: string) {
    const result = await scene.rollback({ to })
    expect(result.outcome).toBe('refused')
    return result
  }

  test('is deployed anew, by the digest in the ledger, when no color holds it', async () => {
    for (const version of ['2', '3']) await scene.deploy(await kept(version))
    const refused = await refusal('1')
    expect(await search().toDeployAnew('1', undefined, refused, scene.ledger())).toEqual({
      release: '1',
      version: '1',
      digest: first.document.digest,
    })
    const given = join(scene.folder, 'given.tar.gz')
    expect(await noStore().toDeployAnew('1', given, refused, scene.ledger())).toMatchObject({
      release: given,
    })
    expect(await noStore().toDeployAnew('1', undefined, refused, scene.ledger())).toBeUndefined()
  })

  test('is deployed again when it was abandoned', async () => {
    const second = await kept('2')
    await scene.deploy(second)
    await scene.deploy(second, { until: 'finalized' })
    const refused = await refusal('1')
    expect(refused.reason).toBe('contracted')
    expect(await search().toDeployAnew('1', undefined, refused, scene.ledger())).toMatchObject({
      release: '1',
    })
  })

  test('is not deployed anew when it was never live, is live, or fails for another reason', async () => {
    await kept('9')
    expect(await search().toDeployAnew('9', undefined, await refusal('9'), scene.ledger())).toBeUndefined()
    expect(await search().toDeployAnew('1', undefined, await refusal('1'), scene.ledger())).toBeUndefined()
    await scene.deploy(await kept('2'))
    await writeFile(join(scene.folder, 'diary.sick-blue'), '')
    const refused = await refusal('1')
    expect(refused.reason).toBe('probe_failed')
    expect(await search().toDeployAnew('1', undefined, refused, scene.ledger())).toBeUndefined()
  })
})
