import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { LeaseTaken, RENEW_MS } from '../../../src/deploy/lease/lease.js'
import type { Ledger } from '../../../src/deploy/ledger/ledger.js'
import { LedgerError } from '../../../src/deploy/ledger/ledger.js'
import { type Clock, systemClock } from '../../../src/platform/clock.js'
import { Scene } from '../../support/changeover.js'
import { MemoryLease } from '../../support/memory-lease.js'
import { temporaryFolders } from '../../support/temp.js'

const temporaryFolder = temporaryFolders()
let scene: Scene
let lease: MemoryLease

beforeEach(async () => {
  scene = await Scene.create(await temporaryFolder())
  lease = new MemoryLease()
})
afterEach(() => scene.colors.stop())

/** Renewals follow each other quickly, all else takes its time. */
const clock: Clock = {
  now: systemClock.now,
  sleep: (ms, signal) => systemClock.sleep(ms === RENEW_MS ? 20 : ms, signal),
}

describe('the lease of a deploy', () => {
  test('exists while the run owns the operation, and is removed when it waits or ends', async () => {
    const seen: (string | undefined)[] = []
    const keep = { lease, clock }
    const release = await scene.release('1')
    const verified = await scene.deploy(release, { until: 'verified', ports: keep })
    expect(lease.renewals).toBeGreaterThan(0)
    expect(lease.held).toBeUndefined()
    lease.fault = async () => void seen.push(lease.held?.lease.operation)
    await scene.deploy(release, { ports: keep })
    expect(seen.at(-1)).toBe(verified.operation)
    expect(lease.held).toBeUndefined()
    await scene.rollback({ ports: keep }) // refused before anything is claimed
    expect(lease.held).toBeUndefined()
  })

  test('stays when the end could not be recorded: the next run waits until it expires', async () => {
    const ledger = scene.ledger()
    const cut: Ledger = {
      ...ledger,
      record: async (previous, next, why) => {
        if (next.operation === null) throw new LedgerError('ledger_unreachable', 'gone', 'wait')
        return ledger.record(previous, next, why)
      },
    }
    await scene.deploy(await scene.release('1'), { ports: { ledger: cut, lease, clock } })
    expect(lease.held).toBeDefined()
  })
})

describe('a deploy that loses its lease', () => {
  test('before the shift: its command is stopped, and traffic stays', async () => {
    await scene.deploy(await scene.release('1'))
    const slow = scene.settings({ deploy: { run: 'sleep 600', timeout: '10m' } })
    const release = await scene.release('2', slow)
    lease.fault = async () => {
      if (lease.renewals > 2) throw new LeaseTaken()
    }
    expect(await scene.deploy(release, { ports: { lease, clock } })).toMatchObject({
      outcome: 'aborted',
      reason: 'lease_lost',
      live: { color: 'blue' },
    })
  })

  /** Deploy 2, and lose the lease as soon as traffic is on green. */
  async function loseInBake(ledger: Ledger, lost: () => Promise<void>) {
    await scene.deploy(await scene.release('1'))
    const release = await scene.release('2', scene.settings({ bake: { for: '10m' } }))
    lease.fault = async () => {
      const { operation, live } = await scene.state()
      if (live !== 'green' || !operation) return
      await lost()
      throw new LeaseTaken()
    }
    return scene.deploy(release, { ports: { lease, clock, ledger } })
  }

  test('in the bake, without another run: traffic is shifted back', async () => {
    expect(await loseInBake(scene.ledger(), async () => {})).toMatchObject({
      outcome: 'rolled_back',
      reason: 'lease_lost',
    })
    expect(await scene.colors.current()).toBe('blue')
  })

  test('in the bake, to a run that has taken over: traffic is left to that run', async () => {
    const result = await loseInBake(scene.ledger(), async () => {
      const theirs = scene.ledger()
      const state = await theirs.read()
      if (!state.operation?.owner) throw new Error('nothing is owned')
      const owner = { ...state.operation.owner, name: 'eve' }
      await theirs.record(state, { ...state, operation: { ...state.operation, owner } }, 'claimed by eve')
    })
    expect(result).toMatchObject({ outcome: 'failed', reason: 'lease_lost' })
    expect(await scene.colors.current()).toBe('green')
    expect((await scene.state()).operation?.owner?.name).toBe('eve')
  })

  test('in the bake, without a reachable ledger: traffic is left where it is', async () => {
    const ledger = scene.ledger()
    let isCut = false
    const cut: Ledger = {
      ...ledger,
      read: async () => {
        if (isCut) throw new LedgerError('ledger_unreachable', 'gone', 'wait')
        return ledger.read()
      },
    }
    const result = await loseInBake(cut, async () => {
      isCut = true
    })
    expect(result).toMatchObject({ outcome: 'failed', reason: 'lease_lost' })
    expect(await scene.colors.current()).toBe('green')
  })
})

describe('an operation in flight', () => {
  test.each([
    ['alive', 'its lease was renewed 12 s ago', /That run is alive: its lease was renewed 12 s ago\.$/],
    ['unknown', 'it runs on far', /Changeover cannot tell whether that run is alive: it runs on far\.$/],
  ] as const)(
    'that is %s is reported with its run, its start, its host and the evidence',
    async (state, why, message) => {
      await scene.deploy(await scene.release('1'), { until: 'verified' })
      const ledger = scene.ledger()
      const recorded = await ledger.read()
      const { owner } = await scene.ports()
      const operation = recorded.operation && { ...recorded.operation, owner: { ...owner, name: 'ada' } }
      await ledger.record(recorded, { ...recorded, operation }, 'owned')
      const liveness = async () => ({ state, why })
      const result = await scene.deploy(await scene.release('2'), { ports: { liveness } })
      expect(result).toMatchObject({
        reason: 'operation_in_flight',
        message: expect.stringMatching(message),
        remedy: expect.stringContaining('--take-over'),
      })
      expect(result.message).toContain(`ada, process ${owner.pid} on ${owner.host}, since 20`)
    },
  )
})
