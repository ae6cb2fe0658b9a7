import { expect, test } from '@jest/globals'
import { emptyState } from '../../src/changeover/state.js'
import { type StatusResult, statusOf } from '../../src/changeover/status.js'
import { statusText } from '../../src/report/status.js'

test('the history says what the witness of each operation saw, where it had one', () => {
  const ended = {
    ...{ id: 'a', kind: 'deploy' as const, release: { version: '2.0.0', digest: 'sha256:a' } },
    ...{ from_color: 'blue' as const, to_color: 'green' as const, outcome: 'rolled_back' as const },
    ...{
      reason: 'witness_budget_exceeded' as const,
      by: 'mila',
      started_at: '',
      ended_at: '2026-11-25T00:31:43Z',
    },
  }
  const witness = { sent: 2100, failed: 3, p95_before_ms: 8, p95_after_ms: null, outage_ms: 140 }
  const status: StatusResult = {
    ...statusOf({ ...emptyState('production', 'blue_green'), serial: 2 }, 'here'),
    history: [{ ...ended, switch_ms: 14, witness }, { ...ended, witness: null }, ended],
  }
  const rows = statusText(status, { color: false })
    .split('\n')
    .filter((line) => line.startsWith('2026'))
    .map((line) => line.split(/ {2,}/).slice(3))
  expect(rows).toEqual([
    ['rolled_back (witness_budget_exceeded)', '3 of 2100 failed', 'mila'],
    ['rolled_back (witness_budget_exceeded)', 'mila'],
    ['rolled_back (witness_budget_exceeded)', 'mila'],
  ])
})
