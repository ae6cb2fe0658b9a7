import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { Archives } from '../../../src/deploy/operations/archives.js'
import type { Ports } from '../../../src/deploy/phases/operation.js'
import { FolderStore } from '../../../src/drivers/stores/folder.js'
import { silentLog } from '../../../src/platform/log.js'
import type { Release } from '../../../src/release/open.js'
import { Scene } from '../../support/changeover.js'
import { dead } from '../../support/death.js'
import { temporaryFolders } from '../../support/temp.js'

const temporaryFolder = temporaryFolders()
let scene: Scene
let store: FolderStore
let first: Release

const settings = (deploy = 'echo "deploy $CHANGEOVER_RELEASE" >> "$DIARY"') => ({
  strategy: 'in_place',
  env: { DIARY: join(scene.folder, 'diary') },
  deploy: { run: deploy },
  verify: [{ name: 'says yes', run: 'test ! -e "$DIARY.sick"', every: '20ms', failures: 0 }],
})

async function kept(version: string, deploy?: string): Promise<Release> {
  const release = await scene.release(version, settings(deploy))
  await store.put(release.path, release.document)
  return release
}

/** Where the archives of rollbacks come from. */
function fetch() {
  const sources = { folder: scene.folder, store: 'x', openStore: async () => store }
  return new Archives(sources, silentLog, new AbortController().signal).fetch
}

const back = (options: Parameters<Scene['rollback']>[0] = {}) =>
  scene.rollback({ fetch: fetch(), ...options })
const mark = () => join(scene.folder, 'diary.sick')

/** Let a run die as the ledger has recorded what ends so. */
async function dieAt(at: string, work: (ports: Partial<Ports>) => Promise<unknown>): Promise<void> {
  const ledger = scene.ledger()
  let died = false
  const record: typeof ledger.record = async (previous, next, why) => {
    const state = died ? undefined : await ledger.record(previous, next, why)
    died ||= why.endsWith(at)
    if (died || !state) throw new Error('killed')
    return state
  }
  await work({ owner: dead, ledger: { place: ledger.place, read: ledger.read, record } })
  expect(died).toBe(true)
}

beforeEach(async () => {
  scene = await Scene.create(await temporaryFolder())
  store = new FolderStore(join(scene.folder, 'store'))
  first = await kept('1')
  await scene.deploy(first)
})
afterEach(() => scene.colors.stop())

describe('a rollback in place', () => {
  test('deploys the release from its store that was live before', async () => {
    await scene.deploy(await kept('2'))
    const result = await back()
    expect(result).toMatchObject({
      kind: 'rollback',
      outcome: 'restored',
      strategy: 'in_place',
      release: { version: '1', digest: first.document.digest },
      live: { color: null, release: { version: '1' } },
    })
    expect(await scene.diary()).toEqual(['deploy 1', 'deploy 2', 'deploy 1'])
    expect(await scene.state()).toMatchObject({
      operation: null,
      in_place: { state: 'live', release: { version: '1' }, commit: first.document.commit },
      in_place_previous: { state: 'rejected', release: { version: '2' } },
    })
    expect((await scene.state()).history.at(-1)).toMatchObject({ kind: 'rollback', outcome: 'restored' })
  })

  test('twice does not return to the release that a rollback replaced, unless asked to', async () => {
    const second = await kept('2')
    await scene.deploy(second)
    await back()
    expect(await back()).toMatchObject({
      outcome: 'refused',
      reason: 'nothing_to_roll_back_to',
      remedy: expect.stringContaining('--to 2'),
    })
    expect(await back({ to: second.document.digest.slice(0, 19) })).toMatchObject({
      outcome: 'restored',
      live: { release: { version: '2' } },
    })
  })

  test('replaces a deploy that failed', async () => {
    expect(await scene.deploy(await kept('2', 'exit 1'))).toMatchObject({
      outcome: 'failed',
      remedy: expect.stringContaining('To return to 1'),
    })
    expect(await back()).toMatchObject({ outcome: 'restored', live: { release: { version: '1' } } })
  })

  test('that failed names the way to try again', async () => {
    await scene.deploy(await kept('2'))
    await writeFile(mark(), '')
    expect(await back()).toMatchObject({
      outcome: 'failed',
      reason: 'probe_failed',
      remedy: expect.stringContaining('To return to 2: changeover rollback -e '),
    })
    await rm(mark())
    expect(await back()).toMatchObject({ outcome: 'restored', live: { release: { version: '1' } } })
  })

  test('that failed is what the next one continues, also when a deploy has failed since', async () => {
    await scene.deploy(await kept('2'))
    await writeFile(mark(), '')
    expect(await back()).toMatchObject({ outcome: 'failed', reason: 'probe_failed' })
    await rm(mark())
    expect(await scene.deploy(await kept('3', 'exit 1'))).toMatchObject({ outcome: 'failed' })
    expect(await back()).toMatchObject({ outcome: 'restored', live: { release: { version: '1' } } })
  })

  test('deploys a version that was live earlier', async () => {
    for (const version of ['2', '3']) await scene.deploy(await kept(version))
    expect(await back({ to: '1' })).toMatchObject({
      outcome: 'restored',
      live: { release: { version: '1' } },
    })
  })

  test('uses the archive that is given, and no other', async () => {
    const second = await kept('2')
    await scene.deploy(second)
    const nowhere = { fetch: async () => false }
    expect(await back({ ...nowhere, release: second })).toMatchObject({
      outcome: 'refused',
      reason: 'release_not_held',
    })
    expect(await back({ ...nowhere, release: first })).toMatchObject({ outcome: 'restored' })
  })
})

describe('is refused, and touches nothing', () => {
  async function refused(reason: string, options?: Parameters<Scene['rollback']>[0]) {
    const { serial } = await scene.state()
    const result = await back(options)
    expect(result).toMatchObject({ outcome: 'refused', reason })
    expect((await scene.state()).serial).toBe(serial)
    return result
  }

  test('the first release', () => refused('nothing_to_roll_back_to'))
  test('the live release', () => refused('already_live', { to: '1' }))
  test('a release that was never live', () => refused('release_not_held', { to: '9' }))

  test('when the archive is nowhere', async () => {
    await scene.deploy(await kept('2'))
    const result = await refused('release_not_held', { fetch: async () => false })
    expect(result.message).toContain(
      `Deploying 1 (${first.document.digest}) again needs its archive, which is neither on this machine nor in a store`,
    )
  })

  test('when the release was deleted from its store meanwhile', async () => {
    await scene.deploy(await kept('2'))
    await rm(join(scene.folder, 'store'), { recursive: true })
    await refused('release_not_held')
  })

  test('when it fails before anything was changed', async () => {
    await scene.deploy(await kept('2'))
    const unpack = () => Promise.reject(new Error('the disk is full'))
    const unpacked = { has: () => false, unpack, keepOnly: async () => {} }
    expect(await back({ ports: { unpacked } })).toMatchObject({
      outcome: 'refused',
      live: { release: { version: '2' } },
    })
    expect((await scene.state()).history.at(-1)).toMatchObject({ kind: 'rollback', outcome: 'refused' })
  })

  test('when the release may not be deployed here', async () => {
    await scene.deploy(await kept('2'))
    const admit = async () => {
      throw new Error('no')
    }
    await refused('internal_error', { admit })
  })
})

describe('after a run that died', () => {
  test('before it changed anything, a deploy is only abandoned', async () => {
    const second = await kept('2')
    await scene.deploy(second)
    const third = await kept('3')
    await dieAt('fetch', (ports) => scene.deploy(third, { ports }))
    expect(await back()).toMatchObject({ outcome: 'unchanged', live: { release: { version: '2' } } })
    expect((await scene.state()).history.at(-1)).toMatchObject({ outcome: 'aborted', reason: 'superseded' })
  })

  test('a deploy that had begun is replaced by the release that was live before', async () => {
    const second = await kept('2')
    await dieAt(': deploy', (ports) => scene.deploy(second, { ports }))
    expect(await back()).toMatchObject({ outcome: 'restored', live: { release: { version: '1' } } })
  })

  test('a rollback continues', async () => {
    await scene.deploy(await kept('2'))
    await dieAt(': deploy', (ports) => back({ ports }))
    const { operation } = await scene.state()
    expect(await back()).toMatchObject({ outcome: 'restored', operation: operation?.id })
  })
})
