import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { RouterError } from '../../../src/drivers/routers/router.js'
import type { Release } from '../../../src/release/open.js'
import { Scene } from '../../support/changeover.js'
import { dieAt } from '../../support/death.js'
import { temporaryFolders } from '../../support/temp.js'

const temporaryFolder = temporaryFolders()
let scene: Scene
let first: Release

beforeEach(async () => {
  scene = await Scene.create(await temporaryFolder())
  first = await scene.release('1')
  await scene.deploy(first)
})
afterEach(() => scene.colors.stop())

describe('rollback', () => {
  test('shifts traffic back to the previous release without a failed request', async () => {
    await scene.deploy(await scene.release('2'))
    const result = await scene.rollback()
    expect(result).toMatchObject({
      kind: 'rollback',
      outcome: 'restored',
      reason: 'completed',
      from_color: 'green',
      to_color: 'blue',
      release: { version: '1' },
      live: { color: 'blue', release: { version: '1' } },
    })
    expect(result.monitor).toMatchObject({ failed: 0 })
    expect(scene.colors.sends).toBe('blue')
    expect(await scene.state()).toMatchObject({ live: 'blue', operation: null, green: { state: 'rejected' } })
    expect(result.phases.map(({ phase, state }) => `${phase} ${state}`)).toEqual([
      'claim done',
      'verify done',
      'shift done',
      'bake done',
    ])
  })

  test('twice does not return to the rejected release, unless asked to', async () => {
    await scene.deploy(await scene.release('2'))
    await scene.rollback()
    expect(await scene.rollback()).toMatchObject({
      outcome: 'refused',
      reason: 'nothing_to_roll_back_to',
      remedy: expect.stringContaining('--to 2'),
    })
    expect(await scene.rollback({ to: '2' })).toMatchObject({
      outcome: 'restored',
      live: { color: 'green', release: { version: '2' } },
    })
  })

  test('accepts a digest, or its beginning, as the release', async () => {
    const second = await scene.release('2')
    await scene.deploy(second)
    const to = first.document.digest.slice(0, 'sha256:'.length + 12)
    expect(await scene.rollback({ to })).toMatchObject({ outcome: 'restored', release: { version: '1' } })
    expect(await scene.rollback({ to: first.document.digest })).toMatchObject({ reason: 'already_live' })
    expect(await scene.rollback({ to: second.document.digest })).toMatchObject({ outcome: 'restored' })
  })

  test('after it, the next deploy goes to the abandoned color', async () => {
    await scene.deploy(await scene.release('2'))
    await scene.rollback()
    expect(await scene.deploy(await scene.release('3'))).toMatchObject({
      outcome: 'promoted',
      from_color: 'blue',
      to_color: 'green',
    })
  })
})

test('ends a deploy that crashed while hosts were rolled, and shifts traffic back', async () => {
  const rolling = [{ name: 'compute', hosts: ['c1'], deploy: { run: 'true' } }]
  const second = await scene.release('2', scene.settings({ rolling }))
  await dieAt(scene, 'deploy 2: rolling', second)
  expect(await scene.state()).toMatchObject({ live: 'green', operation: { kind: 'deploy' } })
  expect(await scene.rollback()).toMatchObject({
    kind: 'rollback',
    outcome: 'restored',
    release: { version: '1' },
    live: { color: 'blue' },
  })
  expect(scene.colors.sends).toBe('blue')
  expect(await scene.state()).toMatchObject({
    live: 'blue',
    operation: null,
    history: [
      { outcome: 'promoted' },
      { kind: 'deploy', outcome: 'failed', reason: 'superseded' },
      { kind: 'rollback', outcome: 'restored', reason: 'completed' },
    ],
  })
})

describe('an impossible rollback is refused with the reason, and nothing is shifted', () => {
  async function refused(reason: string, options: Parameters<Scene['rollback']>[0] = {}) {
    const before = { sends: scene.colors.sends, shifts: scene.colors.shifts.length }
    const result = await scene.rollback(options)
    expect(result).toMatchObject({ outcome: 'refused', reason })
    expect({ sends: scene.colors.sends, shifts: scene.colors.shifts.length }).toEqual(before)
    expect((await scene.state()).operation).toBeNull()
    return result
  }

  test('the first release has nothing before it', async () => {
    await refused('nothing_to_roll_back_to')
  })

  test('nothing has been deployed yet', async () => {
    const fresh = await Scene.create(await temporaryFolder())
    try {
      expect(await fresh.rollback()).toMatchObject({
        outcome: 'refused',
        reason: 'nothing_to_roll_back_to',
        operation: null,
      })
    } finally {
      await fresh.colors.stop()
    }
  })

  test('the window has closed', async () => {
    await scene.deploy(await scene.release('2', scene.settings({ rollback_window: '1ms' })))
    const result = await refused('window_closed')
    expect(result.remedy).toContain('Deploy it again')
  })

  test('the color holds another version than the requested one', async () => {
    await scene.deploy(await scene.release('2'))
    await refused('release_not_held', { to: '0.9' })
    await refused('already_live', { to: '2' })
  })

  test('a failed deploy has overwritten the old color', async () => {
    await scene.deploy(await scene.release('2'))
    await scene.deploy(await scene.release('3', scene.settings({ deploy: { run: 'exit 1' } })))
    const result = await refused('nothing_to_roll_back_to')
    expect(result.message).toBe('blue holds 3, which was never live.')
  })

  test('the old color is no longer healthy', async () => {
    await scene.deploy(await scene.release('2'))
    await writeFile(join(scene.folder, 'diary.sick-blue'), '')
    await refused('probe_failed')
    expect((await scene.state()).history.at(-1)).toMatchObject({ kind: 'rollback', outcome: 'refused' })
  })

  test('the router refuses', async () => {
    await scene.deploy(await scene.release('2'))
    scene.colors.onCheck = () => {
      throw new RouterError('router_unreachable', 'lb1', 'gone')
    }
    await refused('router_unreachable')
  })

  test('its probes are commands, and the release is not unpacked; its archive helps', async () => {
    await scene.deploy(await scene.release('2'))
    await rm(join(scene.folder, 'unpacked'), { recursive: true })
    await refused('release_not_held')
    await refused('release_not_held', { release: await scene.release('9') })
    expect(await scene.rollback({ release: first })).toMatchObject({ outcome: 'restored' })
  })

  test('the old color was retired', async () => {
    const second = await scene.release('2')
    await scene.deploy(second)
    await scene.deploy(second, { until: 'finalized' })
    const result = await refused('contracted')
    expect(result.message).toContain('1, on blue, was retired')
  })

  test('a probe finds that the two colors have different keys', async () => {
    const probe = { name: 'tokens are good on both', run: 'test ! -e "$DIARY.rotated"', failures: 0 }
    const first = await scene.release('2', scene.settings({ verify: [probe] }))
    await scene.deploy(first)
    await scene.deploy(await scene.release('3'))
    await writeFile(join(scene.folder, 'diary.rotated'), '')
    const result = await refused('probe_failed')
    expect(result.message).toContain('The probe "tokens are good on both" failed')
    expect(result.remedy).toContain('Traffic stays on 3')
  })

  test('too few digits of a digest', async () => {
    await scene.deploy(await scene.release('2'))
    await refused('release_not_held', { to: first.document.digest.slice(0, 18) })
  })
})

test('an unhealthy old color fails the rollback, and traffic is where the result says', async () => {
  await scene.deploy(await scene.release('2'))
  scene.colors.onSwitch = (to) => {
    if (to === 'blue') scene.colors.healthy.delete('blue')
  }
  const result = await scene.rollback()
  expect(result).toMatchObject({
    outcome: 'failed',
    reason: 'error_budget_exceeded',
    live: { color: 'green' },
  })
  expect(scene.colors.sends).toBe('green')
})
