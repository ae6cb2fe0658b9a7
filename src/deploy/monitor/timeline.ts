import { LatencyHistogram } from './latency-histogram.js'
import type { MonitorMoment } from './report.js'

/** The most moments that are kept. */
const MOMENTS = 60
const FIRST_WIDTH_MS = 100

/** Counts of requests: how many, how many failed, how long they took. */
export class Counts {
  readonly latencies = new LatencyHistogram()
  sent = 0
  failed = 0
  slowest = 0

  /** @param kind how it failed; one that timed out has a latency all the same, others have none */
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
 * Requests over time, by when they were due. However long it lasts there are at most 60 moments: when they do not
 * suffice, each two become one that is twice as wide.
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
