import { describe, expect, test } from '@jest/globals'
import type { Phase } from '../../../../src/deploy/ledger/state.js'
import {
  emptyState,
  type OperationRecord,
  type Slot,
  type State,
} from '../../../../src/deploy/ledger/state.js'
import { routerTruth, type StatusResult, statusOf } from '../../../../src/deploy/operations/status.js'
import { statusText } from '../../../../src/report/status/status.js'

/** The run of a status is dead, and the time is noon. */
const ports = {
  clock: { now: () => new Date('2026-11-25T12:00:00Z'), sleep: async () => {} },
  liveness: async () => ({ state: 'dead' as const, why: 'its process is gone' }),
}

test('the history shows the failed requests of each operation that had a monitor', async () => {
  const ended = {
    ...{ id: 'a', kind: 'deploy' as const, release: { version: '2.0.0', digest: 'sha256:a' } },
    ...{ from_color: 'blue' as const, to_color: 'green' as const, outcome: 'rolled_back' as const },
    ...{
      reason: 'error_budget_exceeded' as const,
      by: 'mila',
      started_at: '',
      ended_at: '2026-11-25T00:31:43Z',
    },
  }
  const monitor = { sent: 2100, failed: 3, p95_before_ms: 8, p95_after_ms: null, outage_ms: 140 }
  const status: StatusResult = {
    ...(await statusOf({ ...emptyState('production', 'blue_green'), serial: 2 }, 'here', ports)),
    history: [
      { ...ended, shift_ms: 14, monitor },
      { ...ended, shift_ms: 14, monitor: null },
      { ...ended, shift_ms: null, monitor: null },
    ],
  }
  const rows = statusText(status, { color: false })
    .split('\n')
    .filter((line) => line.startsWith('2026'))
    .map((line) => line.split(/ {2,}/).slice(3))
  expect(rows).toEqual([
    ['rolled_back (error_budget_exceeded)', '3 of 2100 failed', 'mila'],
    ['rolled_back (error_budget_exceeded)', 'mila'],
    ['rolled_back (error_budget_exceeded)', 'mila'],
  ])
})

const release = (version: string) => ({ version, digest: `sha256:${version}` })
const slot = (version: string, state: Slot['state'], since: string): Slot => ({
  release: release(version),
  state,
  since,
  commit: null,
  settings: {
    strategy: 'blue_green',
    deploy: { run: 'true' },
    verify: [],
    router: {},
    rollback_window: '2h',
  },
})
const operation = (kind: OperationRecord['kind'], phase: Phase, owner: string | null): OperationRecord => ({
  id: 'a',
  kind,
  release: release('2'),
  from_color: 'blue',
  to_color: 'green',
  attempt: 1,
  owner: owner === null ? null : { host: 'h', machine: null, pid: 1, started: 1, name: owner, run: null },
  started_at: '2026-11-25T11:00:00Z',
  phases: [{ phase, state: 'running', started_at: '2026-11-25T11:30:00Z', ended_at: null }],
})
const state = (changes: Partial<State>): State => ({
  ...emptyState('production', 'blue_green'),
  serial: 2,
  live: 'blue',
  blue: slot('1', 'live', '2026-11-24T00:00:00Z'),
  ...changes,
})

describe('an unfinished operation, and how to continue', () => {
  const deploy = 'changeover deploy -e production --release 2'
  const back = 'changeover rollback -e production'
  const abortUnfinished = 'changeover abort -e production'
  test.each<[string, OperationRecord, 'alive' | 'dead' | 'unknown', string]>([
    [
      'waits',
      operation('deploy', 'verify', null),
      'dead',
      `To continue, ${deploy}; to abort it, ${abortUnfinished}.`,
    ],
    [
      'is dead',
      operation('deploy', 'bake', 'mila'),
      'dead',
      `To continue, ${deploy}; to abort it, ${abortUnfinished}.`,
    ],
    [
      'is final',
      operation('deploy', 'contract', 'mila'),
      'dead',
      `To continue, ${deploy} --until finalized.`,
    ],
    ['is a rollback', operation('rollback', 'shift', 'mila'), 'dead', `To continue, ${back}.`],
    ['is alive', operation('deploy', 'bake', 'mila'), 'alive', 'Its run is alive: wait until it ends.'],
    [
      'may be alive',
      operation('deploy', 'bake', 'mila'),
      'unknown',
      `Wait until it ends. If you know that its run is dead, continue with ${deploy} --take-over; to abort it, ${abortUnfinished} --take-over.`,
    ],
  ])('%s', async (_title, unfinished, run, remedy) => {
    const liveness = async () => ({ state: run, why: 'as it is' })
    const status = await statusOf(state({ operation: unfinished }), 'here', { ...ports, liveness })
    expect(status.unfinished).toMatchObject({
      owner: unfinished.owner?.name ?? null,
      phase: unfinished.phases[0]?.phase,
      since: '2026-11-25T11:30:00Z',
      run: unfinished.owner && run,
      remedy,
    })
    const text = statusText(status, { color: false })
    expect(text).toContain(remedy)
    expect(text).toContain(unfinished.owner ? 'by mila (as it is)' : 'waiting for the next run')
  })
})

describe('the rollback window', () => {
  const until = async (old: Slot) => {
    const status = await statusOf(state({ green: old }), 'here', ports)
    return { rollback: status.rollback, text: statusText(status, { color: false }) }
  }

  test('is shown with the time at which it closes', async () => {
    const { rollback, text } = await until(slot('0', 'standby', '2026-11-25T11:00:00Z'))
    expect(rollback).toEqual({ to: '0', until: '2026-11-25T13:00:00.000Z' })
    expect(text).toContain('rollback to 0 until 2026-11-25T13:00:00.000Z')
  })

  test('is not shown after that, nor for a release that was rolled back', async () => {
    expect(await until(slot('0', 'standby', '2026-11-25T09:59:59Z'))).toMatchObject({ rollback: null })
    expect(await until(slot('0', 'rejected', '2026-11-25T11:00:00Z'))).toMatchObject({ rollback: null })
  })
})

describe('where the router sends traffic', () => {
  const at = (node: string, current: 'blue' | 'green' | null) => ({
    node,
    current,
    services: current ? { keystone: `keystone_${current}` } : {},
    error: current ? null : 'router_unreachable: no answer within 5000 ms.',
  })

  test('a row for each node', async () => {
    const router = routerTruth([at('lb1', 'blue'), at('lb2', null)])
    expect(router.current).toBeNull()
    const text = statusText({ ...(await statusOf(state({}), 'here', ports)), router }, { color: false })
    const rows = text.split('\n').filter((line) => line.startsWith('lb'))
    expect(rows.map((row) => row.split(/ {2,}/))).toEqual([
      ['lb1', 'blue', 'keystone keystone_blue'],
      ['lb2', 'router_unreachable: no answer within 5000 ms.'],
    ])
  })

  test('all nodes together', () => {
    expect(routerTruth([at('lb1', 'blue'), at('lb2', 'blue')]).current).toBe('blue')
    expect(routerTruth([at('lb1', 'blue'), at('lb2', 'green')]).current).toBe('split')
  })
})
