import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { RouterError } from '../../../src/drivers/routers/router.js'
import { Scene } from '../../support/changeover.js'
import { temporaryFolders } from '../../support/temp.js'

const temporaryFolder = temporaryFolders()
let scene: Scene

beforeEach(async () => {
  scene = await Scene.create(await temporaryFolder())
})
afterEach(() => scene.colors.stop())

describe('after the shift, traffic leaves a color that fails', () => {
  beforeEach(async () => {
    await scene.deploy(await scene.release('1'))
  })

  async function rolledBack(reason: string, result: Awaited<ReturnType<Scene['deploy']>>) {
    expect(result).toMatchObject({
      outcome: 'rolled_back',
      reason,
      live: { color: 'blue', release: { version: '1' } },
    })
    expect(scene.colors.shifts).toEqual(['blue', 'green', 'blue'])
    expect(scene.colors.sends).toBe('blue')
    expect(await scene.state()).toMatchObject({
      live: 'blue',
      operation: null,
      blue: { state: 'live' },
      green: { state: 'rejected' },
    })
    return result
  }

  test('requests fail: back at once, long before the bake would have ended', async () => {
    scene.colors.onSwitch = (to) => {
      if (to === 'green') scene.colors.healthy.delete('green')
    }
    const result = await rolledBack(
      'error_budget_exceeded',
      await scene.deploy(await scene.release('2', scene.settings({ bake: { for: '10m' } }))),
    )
    expect(result.monitor?.failed).toBeGreaterThan(0)
    expect(result.monitor?.failed_kinds).toEqual({ status_503: result.monitor?.failed })
    expect(result.monitor?.failed).toBeLessThan(60) // 100 a second: it took well under a second
  })

  test('failures within the budget do not stop the deploy', async () => {
    scene.colors.onSwitch = (to) => {
      if (to !== 'green') return
      scene.colors.healthy.delete('green')
      setTimeout(() => scene.colors.healthy.add('green'), 50)
    }
    const monitor = { url: '${LIVE}', rate: 100, error_budget: { failed: 50 } }
    expect(await scene.deploy(await scene.release('2', scene.settings({ monitor })))).toMatchObject({
      outcome: 'promoted',
    })
  })

  test('a probe fails', async () => {
    scene.colors.onSwitch = (to) => {
      if (to === 'green') void writeFile(join(scene.folder, 'diary.sick-green'), '')
    }
    await rolledBack(
      'probe_failed',
      await scene.deploy(await scene.release('2', scene.settings({ bake: { for: '10m' } }))),
    )
  })

  test('the run is cancelled', async () => {
    const cancel = Scene.cancel()
    scene.colors.onSwitch = (to) => {
      if (to === 'green') setTimeout(cancel.now, 100)
    }
    const release = await scene.release('2', scene.settings({ bake: { for: '10m' } }))
    await rolledBack('cancelled', await scene.deploy(release, { signal: cancel.signal }))
  })

  test('there is no other color yet: the result says that traffic is on one that fails', async () => {
    const fresh = await Scene.create(await temporaryFolder())
    try {
      fresh.colors.onSwitch = () => fresh.colors.healthy.clear()
      const result = await fresh.deploy(await fresh.release('1'))
      expect(result).toMatchObject({
        outcome: 'failed',
        reason: 'error_budget_exceeded',
        live: { color: 'blue' },
      })
      expect(result.message).toContain('There is no other color to go back to')
    } finally {
      await fresh.colors.stop()
    }
  })
})

describe('a router that fails in the middle of the shift', () => {
  beforeEach(async () => {
    await scene.deploy(await scene.release('1'))
  })

  test('and stays where it was aborts the deploy', async () => {
    scene.colors.onSwitch = () => {
      throw new RouterError('shift_failed', 'lb2', 'gone')
    }
    expect(await scene.deploy(await scene.release('2'))).toMatchObject({
      outcome: 'aborted',
      reason: 'shift_failed',
      message: 'lb2: gone',
    })
    expect(scene.colors.sends).toBe('blue')
  })

  test('and splits the traffic is put back', async () => {
    scene.colors.onSwitch = (to) => {
      if (to !== 'green') return
      scene.colors.sends = 'split'
      throw new RouterError('shift_failed', 'lb2', 'gone')
    }
    expect(await scene.deploy(await scene.release('2'))).toMatchObject({
      outcome: 'aborted',
      reason: 'shift_failed',
    })
    expect(scene.colors.sends).toBe('blue')
  })

  test('and cannot be put back fails the deploy, with a message', async () => {
    scene.colors.onSwitch = () => {
      scene.colors.sends = 'split'
      throw new RouterError(
        'shift_failed',
        'lb2',
        scene.colors.shifts.at(-1) === 'blue' ? 'still gone' : 'gone',
      )
    }
    const result = await scene.deploy(await scene.release('2'))
    expect(result.message).toMatch(/gone\. .*Traffic could not be shifted back to blue: lb2: still gone/)
    expect(result).toMatchObject({
      outcome: 'failed',
      reason: 'shift_failed',
      message: expect.stringContaining('The router says "split"'),
    })
  })
})
