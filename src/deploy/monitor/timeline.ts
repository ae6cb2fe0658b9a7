import { createHistogram } from 'node:perf_hooks'
import type { MonitorMoment } from './report.js'

/** The most moments that are kept. */
const MOMENTS = 60
const FIRST_WIDTH_MS = 100

const SHORTEST_MS = 0.1
const LONGEST_MS = 3_600_000

/**
 * Latencies in Node's own histogram, in microseconds. It takes about 30 KiB for ten latencies as for ten million, and its
 * percentiles have a relative error of 1 % at most.
 */
export class LatencyHistogram {
  // two significant figures
  private readonly histogram = createHistogram({ lowest: 1, highest: LONGEST_MS * 1000, figures: 2 })
  private longest = 0

  get count(): number {
    return this.histogram.count
  }

  /** @param ms less than 0.1 ms counts as 0.1 ms, more than an hour as an hour */
  add(ms: number): void {
    const kept = Math.min(Math.max(ms, SHORTEST_MS), LONGEST_MS)
    this.histogram.record(Math.round(kept * 1000))
    this.longest = Math.max(this.longest, kept)
  }

  /** Add the latencies of another histogram. */
  merge(other: LatencyHistogram): void {
    this.histogram.add(other.histogram)
    this.longest = Math.max(this.longest, other.longest)
  }

  /** The latency that `share` (0 to 1) of all do not exceed, in milliseconds with one decimal; `null` without any. */
  percentile(share: number): number | null {
    const { count } = this
    if (count === 0) return null
    // by rank: Node rounds a rank that is not whole, and the definition takes the next one
    const rank = Math.max(1, Math.ceil(share * count))
    const ms = this.histogram.percentile((100 * rank) / count) / 1000
    return Math.round(10 * Math.min(ms, this.longest)) / 10
  }
}

/** Counts of requests: how many, how many failed, how long they took. */
export class Counts {
  readonly latencies = new LatencyHistogram()
  sent = 0
  failed = 0
  slowest = 0

  /** @param kind how the request failed. A timeout has a latency, other failures have none */
  add(latencyMs: number, kind: string | undefined): void {
    this.sent++
    if (kind !== undefined) this.failed++
    if (kind === undefined || kind === 'timeout') this.latencies.add(latencyMs)
    this.slowest = Math.max(this.slowest, latencyMs)
  }

  merge(other: Counts): void {
    this.latencies.merge(other.latencies)
    this.sent += other.sent
    this.failed += other.failed
    this.slowest = Math.max(this.slowest, other.slowest)
  }
}

/**
 * Requests over time, by the time when they were due. There are at most 60 moments, however long it lasts: when more are
 * needed, each two become one that is twice as wide.
 */
export class Timeline {
  private moments: Counts[] = []
  private widthMs = FIRST_WIDTH_MS

  /** @param atMs since the start */
  add(atMs: number, latencyMs: number, kind: string | undefined): void {
    while (atMs >= MOMENTS * this.widthMs) this.widen()
    const index = Math.max(0, Math.floor(atMs / this.widthMs))
    while (this.moments.length <= index) this.moments.push(new Counts())
    this.moments[index]?.add(latencyMs, kind)
  }

  report(): MonitorMoment[] {
    return this.moments.map(({ sent, failed, latencies, slowest }, index) => ({
      at_ms: index * this.widthMs,
      sent,
      failed,
      p50_ms: latencies.percentile(0.5),
      p95_ms: latencies.percentile(0.95),
      slowest_ms: Math.round(slowest),
    }))
  }

  private widen(): void {
    this.widthMs *= 2
    this.moments = this.moments.flatMap((counts, index) => {
      if (index % 2 === 1) return []
      const next = this.moments[index + 1]
      if (next) counts.merge(next)
      return [counts]
    })
  }
}
