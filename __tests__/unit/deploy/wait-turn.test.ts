import { describe, expect, test } from '@jest/globals'
import type { Liveness } from '../../../src/deploy/lease/owner.js'
import { emptyState, type State } from '../../../src/deploy/ledger/state.js'
import { newRecord } from '../../../src/deploy/phases/operation.js'
import { waitTime, waitTurn } from '../../../src/deploy/recovery/wait-turn.js'
import { silentLog } from '../../../src/platform/log.js'
import { FakeTime } from '../../support/fake-time.js'

const owner = { host: 'far', pid: 7, started: 1, name: 'ada' }
const operation = { ...newRecord('deploy', { version: '2', digest: 'd' }, 'blue', 'green', 'x'), owner }

/** A ledger that can be changed while somebody waits. */
function waiting(waitMs: number, signal = new AbortController().signal) {
  const time = new FakeTime()
  const lines: string[] = []
  const world = {
    state: { ...emptyState('production', 'blue_green'), operation } as State,
    liveness: { state: 'alive', why: 'it is' } as Liveness,
    reads: 0,
    done: false,
  }
  const ledger = {
    place: 'here',
    read: async () => {
      world.reads += 1
      return world.state
    },
    record: async () => world.state,
  }
  const log = { ...silentLog, info: (line: string) => void lines.push(line) }
  waitTurn({ ledger, liveness: async () => world.liveness, clock: time, log }, waitMs, signal).then(() => {
    world.done = true
  })
  return { time, lines, world }
}

describe('waiting for another run', () => {
  test('ends when that run has ended, and names it once', async () => {
    const { time, lines, world } = waiting(600_000)
    await time.pass(60_000)
    expect(world.done).toBe(false)
    world.state = { ...world.state, operation: null }
    await time.pass(5_000)
    expect(world.done).toBe(true)
    expect(lines).toEqual(['Waiting at most 10 minutes until the deploy of 2 by ada ends.'])
  })

  test('ends when that run waits for the shift, or is dead', async () => {
    for (const change of [
      (world: { state: State }) => {
        world.state = { ...world.state, operation: { ...operation, owner: null } }
      },
      (world: { liveness: Liveness }) => {
        world.liveness = { state: 'dead', why: 'gone' }
      },
    ]) {
      const { time, world } = waiting(600_000)
      await time.pass(10_000)
      change(world)
      await time.pass(5_000)
      expect(world.done).toBe(true)
    }
  })

  test('ends when the time is over, and when the run is cancelled', async () => {
    const late = waiting(12_000)
    await late.time.pass(11_000)
    expect(late.world.done).toBe(false)
    await late.time.pass(1_000)
    expect(late.world.done).toBe(true)
    const controller = new AbortController()
    const cancelled = waiting(600_000, controller.signal)
    await cancelled.time.pass(1_000)
    controller.abort(new Error('cancelled'))
    await cancelled.time.pass(0)
    expect(cancelled.world.done).toBe(true)
  })

  test('does not read the ledger without a time to wait', async () => {
    const { time, world } = waiting(0)
    await time.pass(0)
    expect(world).toMatchObject({ done: true, reads: 0 })
  })
})

test.each<[string | undefined, number]>([
  [undefined, 0],
  ['0', 0],
  ['90', 90_000],
  ['90s', 90_000],
  [' 10m ', 600_000],
  ['1h', 3_600_000],
])('reads the time %s', (text, expected) => {
  expect(waitTime(text)).toBe(expected)
})

test.each(['', 'soon', '-1s', '1.5h', '10 days', '9999999h'])('refuses the time "%s"', (text) => {
  expect(() => waitTime(text)).toThrow(expect.objectContaining({ code: 'invalid_wait' }))
})
