import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { type Ledger, LedgerError } from '../../../src/deploy/ledger/ledger.js'
import type { Ports } from '../../../src/deploy/phases/operation.js'
import { type Router, RouterError } from '../../../src/drivers/routers/router.js'
import type { Release } from '../../../src/release/open.js'
import { Scene } from '../../support/changeover.js'
import { dieAt } from '../../support/death.js'
import { temporaryFolders } from '../../support/temp.js'

const temporaryFolder = temporaryFolders()
let scene: Scene
let old: Release
let release: Release

beforeEach(async () => {
  scene = await Scene.create(await temporaryFolder())
  const settings = scene.settings({ monitor: undefined, bake: { for: '50ms' } })
  old = await scene.release('1', settings)
  release = await scene.release('2', settings)
  await scene.deploy(old)
})
afterEach(() => scene.colors.stop())

/** A ledger that fails once, at the record of which the line has `at`. */
function failing(at: string, code: LedgerError['code'] = 'ledger_unreachable'): Partial<Ports> {
  const ledger = scene.ledger()
  let failed = false
  const record: Ledger['record'] = (previous, next, why) => {
    if (failed || !why.includes(at)) return ledger.record(previous, next, why)
    failed = true
    return Promise.reject(new LedgerError(code, 'gone', 'Wait.'))
  }
  return { ledger: { ...ledger, record } }
}

/** A router at which something else happens just before the first shift to green: the run stood still until then. */
function slow(meanwhile: () => Promise<unknown>): Partial<Ports> {
  const { colors } = scene
  let done = false
  const router: Router = {
    current: () => colors.current(),
    nodes: () => colors.nodes(),
    check: (to) => colors.check(to),
    async shiftTo(to) {
      if (to === 'green' && !done) {
        done = true
        await meanwhile()
      }
      await colors.shiftTo(to)
    },
  }
  return { router: () => router }
}

describe('a run that stalled before its shift, and was taken over', () => {
  test('by a rollback: traffic goes back to where the ledger says after the late shift', async () => {
    const meanwhile = () => scene.rollback({ takeOver: true })
    expect(await scene.deploy(release, { ports: slow(meanwhile) })).toMatchObject({
      outcome: 'failed',
      reason: 'ledger_moved',
    })
    expect(scene.colors.shifts).toEqual(['blue', 'green', 'blue'])
    expect(scene.colors.sends).toBe('blue')
    expect(await scene.state()).toMatchObject({ live: 'blue', operation: null })
  })

  test('by a run that promoted the same release: traffic is left there', async () => {
    const meanwhile = () => scene.deploy(release, { takeOver: true, until: 'finalized' })
    expect(await scene.deploy(release, { ports: slow(meanwhile) })).toMatchObject({
      outcome: 'failed',
      reason: 'ledger_moved',
    })
    expect(scene.colors.sends).toBe('green')
    expect(await scene.state()).toMatchObject({ live: 'green', operation: null, blue: { state: 'retired' } })
  })
})

test('traffic never goes back to a color that another run has retired meanwhile', async () => {
  const meanwhile = () => scene.deploy(release, { takeOver: true, until: 'finalized' })
  const ports = { ...slow(meanwhile), ...failing(': bake') }
  expect(await scene.deploy(release, { ports })).toMatchObject({ outcome: 'failed', reason: 'ledger_moved' })
  expect(scene.colors.shifts).toEqual(['blue', 'green', 'green'])
  expect(scene.colors.sends).toBe('green')
})

test('a late shift that fails checks the owner of the operation before traffic goes back', async () => {
  const { colors } = scene
  const meanwhile = async () => {
    await scene.deploy(release, { takeOver: true, until: 'finalized' })
    colors.onSwitch = () => {
      colors.onSwitch = () => {}
      throw new RouterError('shift_failed', 'a node', 'its answer was lost')
    }
    colors.sends = 'split'
  }
  expect(await scene.deploy(release, { ports: slow(meanwhile) })).toMatchObject({
    outcome: 'failed',
    reason: 'ledger_moved',
  })
  expect(colors.shifts).toEqual(['blue', 'green', 'green', 'green'])
  expect(colors.sends).toBe('green')
})

describe('an unfinished operation is ended by one run', () => {
  test('a run that comes second shifts no traffic', async () => {
    await dieAt(scene, ': bake', release)
    const ports = failing('claimed by', 'ledger_moved')
    expect(await scene.rollback({ ports })).toMatchObject({ outcome: 'refused', reason: 'ledger_moved' })
    expect(scene.colors.shifts).toEqual(['blue', 'green'])
  })

  test('a shift that failed is a failure, and not reported as untouched', async () => {
    await dieAt(scene, ': bake', release)
    scene.colors.onSwitch = () => {
      scene.colors.sends = 'split'
      throw new RouterError('shift_failed', 'a node', 'it does not answer')
    }
    expect(await scene.rollback()).toMatchObject({ outcome: 'failed', reason: 'shift_failed' })
    expect(await scene.deploy(old, { takeOver: true })).toMatchObject({
      outcome: 'failed',
      reason: 'shift_failed',
    })
  })
})

describe('traffic is where the ledger says in the end', () => {
  test('also when the record of going back was lost', async () => {
    scene.colors.onSwitch = () => scene.colors.healthy.clear()
    const settings = scene.settings({ bake: { for: '100ms' } })
    const sick = await scene.release('3', settings)
    const ports = failing(': back on blue')
    expect(await scene.deploy(sick, { ports })).toMatchObject({ outcome: 'rolled_back' })
    expect(await scene.state()).toMatchObject({ live: 'blue', operation: null, green: { state: 'rejected' } })
  })

  test('also when a run crashed while traffic went back, and the next one stops before the shift', async () => {
    await dieAt(scene, ': bake', release)
    scene.colors.sends = 'blue'
    expect(await scene.deploy(release, { until: 'verified' })).toMatchObject({ outcome: 'verified' })
    expect(await scene.state()).toMatchObject({
      live: 'blue',
      blue: { state: 'live' },
      green: { state: 'ready' },
    })
  })

  test('also when the next one then fails before the shift', async () => {
    await dieAt(scene, ': bake', release)
    scene.colors.sends = 'blue'
    scene.colors.onCheck = () => {
      throw new RouterError('target_unhealthy', 'a node', 'green is down')
    }
    expect(await scene.deploy(release)).toMatchObject({ outcome: 'rolled_back', reason: 'target_unhealthy' })
    expect(await scene.state()).toMatchObject({ live: 'blue', operation: null, green: { state: 'rejected' } })
  })

  test('traffic does not count as back when the router has only confirmed the command', async () => {
    const { colors } = scene
    const router: Router = {
      current: () => colors.current(),
      nodes: () => colors.nodes(),
      check: (to) => colors.check(to),
      shiftTo: async (to) => (to === 'green' ? colors.shiftTo(to) : undefined),
    }
    const ports = { ...failing(': bake'), router: () => router }
    expect(await scene.deploy(release, { ports })).toMatchObject({
      outcome: 'failed',
      reason: 'shift_failed',
    })
  })

  test('a release is not promoted when the router has left it during the bake', async () => {
    const { colors } = scene
    let now = Date.now()
    const clock = {
      now: () => new Date(now), // it passes only here, so that the bake does not end before its first pause
      sleep: async (ms: number) => {
        colors.sends = 'blue'
        now += ms
      },
    }
    expect(await scene.deploy(release, { ports: { clock } })).toMatchObject({
      outcome: 'rolled_back',
      reason: 'router_disagrees',
    })
    expect(await scene.state()).toMatchObject({ live: 'blue', operation: null })
  })

  test('a first release that is split over the nodes is not reported as untouched', async () => {
    const fresh = await Scene.create(await temporaryFolder())
    try {
      const first = await fresh.release('1', fresh.settings({ monitor: undefined, bake: { for: '50ms' } }))
      await dieAt(fresh, ': shift', first)
      fresh.colors.sends = 'split'
      fresh.colors.onCheck = () => {
        throw new RouterError('target_unhealthy', 'a node', 'blue is down')
      }
      expect(await fresh.deploy(first)).toMatchObject({ outcome: 'failed', reason: 'target_unhealthy' })
    } finally {
      await fresh.colors.stop()
    }
  })
})
