import { expect, test } from '@jest/globals'
import { Timeline } from '../../../src/deploy/monitor/timeline.js'

/** One good request each `everyMs` until `forMs`; one fails at `failsAt`. */
function timelineOf(forMs: number, everyMs: number, failsAt?: number) {
  const timeline = new Timeline()
  for (let at = 0; at < forMs; at += everyMs) timeline.add(at, 5, at === failsAt ? 'refused' : undefined)
  return timeline.report()
}

test('begins with moments of 100 ms', () => {
  const report = timelineOf(6_000, 10)
  expect(report).toHaveLength(60)
  expect(report[1]).toEqual({ at_ms: 100, sent: 10, failed: 0, p50_ms: 5, p95_ms: 5, slowest_ms: 5 })
})

test.each([
  [6_001, 200],
  [60_000, 1_600],
  [3_600_000, 102_400],
])('has at most 60 moments over %d ms, of %d ms each, and loses no request', (forMs, widthMs) => {
  const report = timelineOf(forMs, 100, 200)
  expect(report.length).toBeLessThanOrEqual(60)
  expect(report.length).toBeGreaterThan(29)
  expect(report.map(({ at_ms }) => at_ms)).toEqual(report.map((_moment, index) => index * widthMs))
  expect(report.reduce((sum, { sent }) => sum + sent, 0)).toBe(Math.ceil(forMs / 100))
  expect(report.filter(({ failed }) => failed > 0).map(({ at_ms }) => at_ms)).toEqual([200 - (200 % widthMs)])
})

test('has no latency for a moment without answers', () => {
  const timeline = new Timeline()
  timeline.add(250, 5, undefined)
  expect(timeline.report().map(({ p95_ms }) => p95_ms)).toEqual([null, null, 5])
})
