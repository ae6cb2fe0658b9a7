import type { MonitorEvent, MonitorFigures, MonitorReport } from './report.js'
import { Counts, Timeline } from './timeline.js'

/** The figures of an endpoint by the stretches of an operation. */
export type EndpointFigures = Pick<MonitorReport['endpoints'][number], 'name' | 'before' | 'during' | 'after'>

type Stretch = 'before' | 'during' | 'after'

const KEPT_FAILURES = 20

/** How long after the shift was read back a request still counts as sent during it. */
const MARGIN_MS = 100

/** Collects the figures of a monitor, in constant memory. */
export class MonitorFiguresBook {
  private readonly started = new Date()
  readonly origin: number
  private readonly endpoints: Endpoint[]
  private readonly timeline = new Timeline()
  private readonly marks: MonitorReport['marks'] = []
  private readonly failures: MonitorReport['failures'] = []
  private firstFailure: number | undefined
  private lastFailure = 0
  /** When each event happened first, on the clock of {@link now}. */
  private readonly since: Partial<Record<MonitorEvent, number>> = {}

  constructor(
    endpoints: readonly { name: string; url: string }[],
    private readonly rate: number,
    private readonly now: () => number,
  ) {
    this.origin = now()
    this.endpoints = endpoints.map(({ name, url }) => new Endpoint(name, url))
  }

  mark(what: MonitorEvent): void {
    const now = this.now()
    // without a start, the monitor began when traffic was on the new color already
    if (what === 'shift_ended' && this.since.shift_started === undefined) {
      this.since.shift_started = Number.NEGATIVE_INFINITY
      this.since.shift_ended = Number.NEGATIVE_INFINITY
    }
    this.since[what] ??= now
    this.marks.push({ at_ms: Math.round(now - this.origin), what })
  }

  sent(index: number): void {
    const endpoint = this.endpoints[index]
    if (endpoint) endpoint.sent++
  }

  /** @param kind how it failed; `undefined` when it did not */
  ended(index: number, dueAt: number, endedAt: number, kind: string | undefined): void {
    const endpoint = this.endpoints[index]
    if (!endpoint) return
    const latency = endedAt - dueAt
    endpoint.ended(latency, kind, this.stretchOf(dueAt, endedAt))
    this.timeline.add(dueAt - this.origin, latency, kind)
    if (kind !== undefined) this.failed(endpoint.name, dueAt, endedAt, kind)
  }

  figures(): EndpointFigures[] {
    return this.endpoints.map((endpoint) => endpoint.figures())
  }

  report(): MonitorReport {
    const endpoints = this.endpoints.map((endpoint) => endpoint.report())
    const sum = (value: (endpoint: Endpoint) => number) =>
      this.endpoints.reduce((total, endpoint) => total + value(endpoint), 0)
    const kinds: Record<string, number> = {}
    for (const { failed_kinds } of endpoints) {
      for (const [kind, count] of Object.entries(failed_kinds)) kinds[kind] = (kinds[kind] ?? 0) + count
    }
    return {
      url: endpoints[0]?.url ?? '',
      rate: this.rate,
      sent: sum(({ sent }) => sent),
      ok: sum(({ ok }) => ok),
      failed: sum(({ failed }) => failed),
      failed_kinds: kinds,
      slowest_ms: Math.max(0, ...endpoints.map(({ slowest_ms }) => slowest_ms)),
      outage_ms: this.firstFailure === undefined ? 0 : Math.round(this.lastFailure - this.firstFailure),
      failures: this.failures,
      endpoints,
      timeline: this.timeline.report(),
      marks: this.marks,
      not_judged: [], // filled in by the watch
      started_at: this.started.toISOString(),
      ended_at: new Date().toISOString(),
    }
  }

  /** `undefined` for requests that were due while traffic went back: they say nothing about the new color. */
  private stretchOf(dueAt: number, endedAt: number): Stretch | undefined {
    const { shift_started, shift_ended, back_started } = this.since
    if (shift_started === undefined || endedAt < shift_started) return 'before'
    if (back_started !== undefined && dueAt >= back_started) return undefined
    return shift_ended === undefined || dueAt < shift_ended + MARGIN_MS ? 'during' : 'after'
  }

  private failed(endpoint: string, dueAt: number, endedAt: number, kind: string): void {
    this.firstFailure = Math.min(this.firstFailure ?? dueAt, dueAt)
    this.lastFailure = Math.max(this.lastFailure, endedAt)
    if (this.failures.length === KEPT_FAILURES) return
    const at = new Date(this.started.getTime() + dueAt - this.origin).toISOString()
    this.failures.push({ at, kind, endpoint })
  }
}

class Endpoint {
  sent = 0
  ok = 0
  failed = 0
  private slowest = 0
  private readonly kinds: Record<string, number> = {}
  private readonly stretches = { before: new Counts(), during: new Counts(), after: new Counts() }

  constructor(
    readonly name: string,
    private readonly url: string,
  ) {}

  ended(latencyMs: number, kind: string | undefined, stretch: Stretch | undefined): void {
    if (kind === undefined) this.ok++
    else {
      this.failed++
      this.kinds[kind] = (this.kinds[kind] ?? 0) + 1
    }
    this.slowest = Math.max(this.slowest, latencyMs)
    if (stretch) this.stretches[stretch].add(latencyMs, kind)
  }

  figures(): EndpointFigures {
    const { before, during, after } = this.stretches
    return { name: this.name, before: figuresOf(before), during: figuresOf(during), after: figuresOf(after) }
  }

  report(): MonitorReport['endpoints'][number] {
    const { name, ...stretches } = this.figures()
    const { url, sent, ok, failed, kinds } = this
    const slowest_ms = Math.round(this.slowest)
    return { name, url, sent, ok, failed, failed_kinds: kinds, slowest_ms, ...stretches }
  }
}

function figuresOf({ sent, failed, latencies, slowest }: Counts): MonitorFigures {
  return {
    sent,
    failed,
    p50_ms: latencies.percentile(0.5),
    p95_ms: latencies.percentile(0.95),
    p99_ms: latencies.percentile(0.99),
    slowest_ms: Math.round(slowest),
  }
}
