import { describe, expect, test } from '@jest/globals'
import { judgeAfter, judgeBefore, notJudged } from '../../../src/deploy/monitor/error-budget.js'
import type { EndpointFigures } from '../../../src/deploy/monitor/figures.js'
import type { MonitorFigures } from '../../../src/deploy/monitor/report.js'

const none: MonitorFigures = { sent: 0, failed: 0, p50_ms: null, p95_ms: null, p99_ms: null, slowest_ms: 0 }

/** Requests of which 95 % took `p95_ms` at most, and the slowest twice that. */
function figures(sent: number, p95_ms: number, failed = 0): MonitorFigures {
  return { sent, failed, p50_ms: p95_ms / 2, p95_ms, p99_ms: 2 * p95_ms, slowest_ms: 2 * p95_ms }
}

function endpoint(change: Partial<EndpointFigures>): EndpointFigures {
  return { name: 'live', before: none, during: none, after: none, ...change }
}

const deploy = (budget: object) => ({ budget, isRollback: false })
const rollback = (budget: object) => ({ budget, isRollback: true })

describe('judgeAfter', () => {
  test.each([
    ['p95 at its limit', { after: figures(50, 800) }, deploy({ p95: '800ms' })],
    ['too few answers', { after: figures(49, 900) }, deploy({ p95: '800ms', p99: '1s' })],
    ['too few good ones', { after: figures(60, 900, 11) }, deploy({ failed: 11, p95: '800ms' })],
    ['twice as long', { before: figures(50, 100), after: figures(50, 200) }, deploy({ slowdown: 2 })],
    [
      'a little of next to nothing',
      { before: figures(50, 1), after: figures(50, 10.9) },
      deploy({ slowdown: 2 }),
    ],
    ['nothing to compare with', { before: figures(49, 1), after: figures(50, 900) }, deploy({ slowdown: 2 })],
    ['a rollback', { before: figures(50, 1), after: figures(50, 900) }, rollback({ slowdown: 2 })],
    ['failures of a rollback during the shift', { during: figures(9, 1, 9) }, rollback({})],
    ['failures before the shift', { before: figures(9, 1, 9) }, deploy({})],
  ])('allows %s', (_what, change, held) => {
    expect(() => judgeAfter([endpoint(change)], held)).not.toThrow()
  })

  test.each([
    [
      { after: figures(50, 801) },
      deploy({ p95: '800ms' }),
      '"live" is too slow on the new color: p95 is 801 ms; the budget is 800 ms.',
    ],
    [{ after: figures(50, 801) }, deploy({ p99: '1.5s' }), 'p99 is 1602 ms; the budget is 1500 ms.'],
    [
      { before: figures(50, 100), after: figures(50, 201) },
      deploy({ slowdown: 2 }),
      'p95 rose from 100 ms to 201 ms; the error budget allows 2 times.',
    ],
    [{ during: figures(9, 1, 2), after: figures(9, 1, 1) }, deploy({ failed: 2 }), '3 of the monitor'],
    [{ during: figures(9, 1, 2), after: figures(9, 1, 1) }, rollback({}), '1 of the monitor'],
    [{ after: figures(50, 801) }, rollback({ p95: '800ms' }), 'p95 is 801 ms'],
  ])('refuses %j', (change, held, message) => {
    const judge = () => judgeAfter([endpoint({ name: 'fine' }), endpoint(change)], held)
    expect(judge).toThrow(message)
    expect(judge).toThrow(expect.objectContaining({ reason: 'error_budget_exceeded' }))
  })
})

test('judgeBefore adds up the failures of all endpoints', () => {
  const endpoints = ['a', 'b', 'c'].map((name, index) =>
    endpoint({ name, before: figures(9, 1, index), after: figures(9, 1, 9) }),
  )
  expect(() => judgeBefore(endpoints, [0, 0, 0], deploy({ failed: 3 }))).not.toThrow()
  expect(() => judgeBefore(endpoints, [0, 0, 0], deploy({ failed: 2 }))).toThrow(
    `3 of the monitor's requests ("b" 1, "c" 2) failed before the shift`,
  )
})

test('judgeBefore ignores failures before the last moment', () => {
  const endpoints = ['a', 'b'].map((name) => endpoint({ name, before: figures(9, 1, 2) }))
  expect(() => judgeBefore(endpoints, [2, 2], deploy({}))).not.toThrow()
  expect(() => judgeBefore(endpoints, [2, 1], deploy({}))).toThrow(
    `1 of the monitor's requests ("b" 1) failed`,
  )
})

test('notJudged names only budgets that were set', () => {
  const few = [endpoint({ before: figures(50, 1), after: figures(49, 1) })]
  expect(notJudged(few, deploy({ failed: 0 }))).toEqual([])
  expect(notJudged(few, deploy({ p95: '1s', slowdown: 2 })).map(({ budget, why }) => [budget, why])).toEqual([
    ['p95', '49 answers on the new color; 50 are needed'],
    ['slowdown', '49 answers on the new color; 50 are needed'],
  ])
  const enough = [endpoint({ before: figures(50, 1), after: figures(50, 1) })]
  expect(notJudged(enough, deploy({ p95: '1s', p99: '1s', slowdown: 2 }))).toEqual([])
})
