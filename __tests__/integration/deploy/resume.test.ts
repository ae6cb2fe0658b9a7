import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { Scene } from '../../support/changeover.js'
import { dead, dieAt } from '../../support/death.js'
import { temporaryFolders } from '../../support/temp.js'

const temporaryFolder = temporaryFolders()
let scene: Scene

beforeEach(async () => {
  scene = await Scene.create(await temporaryFolder())
})
afterEach(() => scene.colors.stop())

describe('an approval between verified and shifted', () => {
  test('the first run stops; the second continues from the ledger, and probes again before the shift', async () => {
    await scene.deploy(await scene.release('1'))
    const release = await scene.release('2')
    const verified = await scene.deploy(release, { until: 'verified' })
    expect(verified).toMatchObject({ outcome: 'verified', live: { color: 'blue' }, shift_ms: null })
    expect(await scene.state()).toMatchObject({ operation: { owner: null }, green: { state: 'ready' } })
    const done = await scene.deploy(release)
    expect(done).toMatchObject({
      outcome: 'promoted',
      operation: verified.operation,
      live: { color: 'green' },
    })
    expect((await scene.diary()).filter((line) => line.startsWith('deploy 2'))).toHaveLength(1)
  })

  test('a color that became unhealthy while it waited gets no traffic', async () => {
    await scene.deploy(await scene.release('1'))
    const release = await scene.release('2')
    await scene.deploy(release, { until: 'verified' })
    await writeFile(join(scene.folder, 'diary.sick-green'), '')
    expect(await scene.deploy(release)).toMatchObject({
      outcome: 'aborted',
      reason: 'probe_failed',
      live: { color: 'blue' },
    })
  })

  test('another release replaces one that waits', async () => {
    await scene.deploy(await scene.release('1'))
    await scene.deploy(await scene.release('2'), { until: 'verified' })
    expect(await scene.deploy(await scene.release('3'))).toMatchObject({
      outcome: 'promoted',
      to_color: 'green',
      live: { release: { version: '3' } },
    })
    expect(
      (await scene.state()).history.map(
        (ended) => `${ended.release.version} ${ended.outcome} ${ended.reason}`,
      ),
    ).toEqual(['1 promoted completed', '2 aborted superseded', '3 promoted completed'])
  })
})

describe('a run that died', () => {
  test.each([
    'claimed by a run that died',
    ': fetch',
    ': expand',
    ': deploy',
    ': verify',
    ': shift',
    'after the shift',
    ': bake',
  ])('at "%s" is resumed by the next one, and ends well', async (at) => {
    await scene.deploy(await scene.release('1'))
    const release = await scene.release('2')
    await dieAt(scene, at, release)
    expect((await scene.state()).operation).not.toBeNull()
    const result = await scene.deploy(release)
    expect(result).toMatchObject({ outcome: 'promoted', live: { color: 'green', release: { version: '2' } } })
    expect(scene.colors.sends).toBe('green')
    expect(await scene.state()).toMatchObject({ live: 'green', operation: null, blue: { state: 'standby' } })
  })

  test.each([': deploy', ': shift', 'after the shift', ': bake'])(
    'at "%s" is put to an end by another release',
    async (at) => {
      await scene.deploy(await scene.release('1'))
      await dieAt(scene, at, await scene.release('2'))
      expect(await scene.deploy(await scene.release('3'))).toMatchObject({
        outcome: 'promoted',
        from_color: 'blue',
        to_color: 'green',
        live: { release: { version: '3' } },
      })
      expect((await scene.state()).history.at(-2)).toMatchObject({
        release: { version: '2' },
        reason: 'superseded',
      })
    },
  )

  test.each([': verify', 'after the shift', ': bake'])(
    'at "%s" is ended by a rollback: traffic is on the old color',
    async (at) => {
      await scene.deploy(await scene.release('1'))
      await dieAt(scene, at, await scene.release('2'))
      const result = await scene.rollback()
      expect(['restored', 'unchanged']).toContain(result.outcome)
      expect(result.live).toMatchObject({ color: 'blue', release: { version: '1' } })
      expect(scene.colors.sends).toBe('blue')
      expect((await scene.state()).operation).toBeNull()
    },
  )

  test.each(['claimed by a run that died', ': verify'])(
    'at "%s" of a rollback does not end the rollback that is asked for again',
    async (at) => {
      for (const version of ['1', '2']) await scene.deploy(await scene.release(version))
      await dieAt(scene, at, 'rollback')
      expect(await scene.rollback()).toMatchObject({
        outcome: 'restored',
        live: { release: { version: '1' } },
      })
      expect(scene.colors.sends).toBe('blue')
      const ended = (await scene.state()).history.slice(-2)
      expect(ended.map(({ kind, outcome, reason }) => `${kind} ${outcome} ${reason}`)).toEqual([
        'rollback aborted superseded',
        'rollback restored completed',
      ])
    },
  )

  test('a run that is alive or unknown is not disturbed, unless it is taken over', async () => {
    await scene.deploy(await scene.release('1'))
    const release = await scene.release('2')
    await dieAt(scene, ': deploy', release)
    const ledger = scene.ledger()
    const state = await ledger.read()
    const operation = state.operation && { ...state.operation, owner: { ...dead, host: 'another-machine' } }
    await ledger.record(state, { ...state, operation }, 'it ran elsewhere')
    const refused = await scene.deploy(release)
    expect(refused).toMatchObject({
      outcome: 'aborted',
      reason: 'operation_in_flight',
      remedy: expect.stringContaining('--take-over'),
    })
    expect(refused.message).toContain('on another-machine')
    expect(await scene.rollback()).toMatchObject({ outcome: 'refused', reason: 'operation_in_flight' })
    expect(await scene.deploy(release, { takeOver: true })).toMatchObject({ outcome: 'promoted' })
  })
})

test('a bake that begins anew compares with the color that traffic came from, as the first one did', async () => {
  await scene.deploy(await scene.release('1'))
  const probe = {
    name: 'compares',
    run: 'echo "bake live=$CHANGEOVER_LIVE_COLOR" >> "$DIARY"',
    during: 'bake',
  }
  const verify = [{ name: 'says yes', run: 'true', during: 'verify' }, probe]
  const release = await scene.release('2', scene.settings({ verify }))
  await dieAt(scene, ': bake', release)
  await scene.deploy(release)
  const baked = (await scene.diary()).filter((line) => line.startsWith('bake'))
  expect(new Set(baked)).toEqual(new Set(['bake live=blue']))
})

test('traffic goes back after a crash past the shift when the release cannot be unpacked again', async () => {
  await scene.deploy(await scene.release('1'))
  const release = await scene.release('2')
  await dieAt(scene, ': bake', release)
  expect(scene.colors.sends).toBe('green')
  const gone = { ...release, path: `${release.path}.gone` }
  expect(await scene.deploy(gone)).toMatchObject({ outcome: 'rolled_back', live: { color: 'blue' } })
  expect(scene.colors.sends).toBe('blue')
})
