import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { LatencyHistogram } from '../../../src/deploy/monitor/timeline.js'

function histogramOf(latencies: readonly number[]): LatencyHistogram {
  const histogram = new LatencyHistogram()
  for (const latency of latencies) histogram.add(latency)
  return histogram
}

/** The percentile by its definition: the smallest of the values that so many do not exceed. */
function exactly(latencies: readonly number[], share: number): number {
  const sorted = [...latencies].sort((a, b) => a - b)
  return sorted[Math.max(1, Math.ceil(share * sorted.length)) - 1] ?? 0
}

describe('LatencyHistogram', () => {
  test('has an error of 1 % at most, besides rounding to one decimal', () => {
    const latency = fc.double({ min: 0.1, max: 3_600_000, noNaN: true })
    fc.assert(
      fc.property(
        fc.array(latency, { minLength: 1, maxLength: 200 }),
        fc.constantFrom(0.5, 0.95, 0.99, 1),
        (latencies, share) => {
          const exact = exactly(latencies, share)
          const error = Math.abs((histogramOf(latencies).percentile(share) ?? 0) - exact)
          expect(error).toBeLessThanOrEqual(0.0101 * exact + 0.051)
          const longest = Math.max(...latencies)
          expect(histogramOf(latencies).percentile(share)).toBeLessThanOrEqual(longest + 0.051)
        },
      ),
    )
  })

  test('merges with another one', () => {
    const [a, b] = [
      [1, 2, 300],
      [40, 5_000],
    ]
    const merged = histogramOf(a ?? [])
    merged.merge(histogramOf(b ?? []))
    expect(merged.count).toBe(5)
    for (const share of [0, 0.5, 0.95, 1]) {
      expect(merged.percentile(share)).toBe(histogramOf([...(a ?? []), ...(b ?? [])]).percentile(share))
    }
  })

  test('has no percentile without values, and clamps values to its range', () => {
    expect(new LatencyHistogram().percentile(0.5)).toBeNull()
    expect(histogramOf([0, -1, 1e-9]).percentile(1)).toBe(0.1)
    expect(histogramOf([1e9, Number.POSITIVE_INFINITY]).percentile(0.5)).toBeGreaterThan(3_500_000)
  })
})
