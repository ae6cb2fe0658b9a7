import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { Scene } from '../support/changeover.js'
import { temporaryFolders } from '../support/temp.js'

const temporaryFolder = temporaryFolders()
let scene: Scene

beforeEach(async () => {
  scene = await Scene.create(await temporaryFolder())
})
afterEach(() => scene.colors.stop())

/** An environment without colors. */
function inPlace(overrides: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    strategy: 'in_place',
    env: { DIARY: join(scene.folder, 'diary'), LIVE: scene.colors.url },
    deploy: { run: 'echo "deploy $CHANGEOVER_RELEASE" >> "$DIARY"; test ! -e "$DIARY.broken"' },
    ...overrides,
  }
}

const broken = () => inPlace({ deploy: { run: 'exit 3' } })

describe('the release before, in place', () => {
  test('is kept when another one has replaced it, and stays unpacked', async () => {
    await scene.deploy(await scene.release('1', inPlace()))
    expect((await scene.state()).in_place_previous).toBeNull()
    await scene.deploy(await scene.release('2', inPlace()))
    expect(await scene.state()).toMatchObject({
      in_place: { state: 'live', release: { version: '2' } },
      in_place_previous: { state: 'standby', release: { version: '1' }, settings: { strategy: 'in_place' } },
    })
    await scene.deploy(await scene.release('3', inPlace()))
    const kept = (await readdir(join(scene.folder, 'unpacked'))).map((name) => name.split('-')[0])
    expect(kept.sort()).toEqual(['2', '3'])
  })

  test('is the one that worked, however many failed since', async () => {
    await scene.deploy(await scene.release('1', inPlace()))
    for (const version of ['2', '3']) await scene.deploy(await scene.release(version, broken()))
    expect(await scene.state()).toMatchObject({
      in_place: { state: 'deploying', release: { version: '3' } },
      in_place_previous: { state: 'standby', release: { version: '1' } },
    })
  })

  test('is none when the same release is live again', async () => {
    const first = await scene.release('1', inPlace())
    await scene.deploy(first)
    await scene.deploy(await scene.release('2', broken()))
    expect(await scene.deploy(first)).toMatchObject({ outcome: 'promoted' })
    expect(await scene.state()).toMatchObject({
      in_place: { state: 'live', release: { version: '1' } },
      in_place_previous: null,
    })
  })
})
