/**
 * The figures of one endpoint in one stretch of an operation. Latencies are in milliseconds, from the time when a request was
 * due. The percentiles are of good answers and of timeouts, which count with the time waited; `null` without any. `slowest_ms`
 * is of all requests.
 */
export interface MonitorFigures {
  /** Requests that have ended, good or failed. */
  sent: number
  failed: number
  p50_ms: number | null
  p95_ms: number | null
  p99_ms: number | null
  slowest_ms: number
}

export interface MonitorEndpoint {
  name: string
  url: string
  sent: number
  ok: number
  failed: number
  failed_kinds: Record<string, number>
  slowest_ms: number
  /** Requests that had ended when the shift began. */
  before: MonitorFigures
  /** Requests between the start of the shift and 100 ms after it was read back. */
  during: MonitorFigures
  /** Requests that were due while traffic was on the new color. */
  after: MonitorFigures
}

/** All endpoints together, from `at_ms` until the next moment. */
export interface MonitorMoment {
  /** Milliseconds since the monitor started. */
  at_ms: number
  sent: number
  failed: number
  p50_ms: number | null
  p95_ms: number | null
  slowest_ms: number
}

/**
 * What happens to the traffic: it is shifted to the new color, or back, also after a failed shift. `stood_still`: the machine of
 * the monitor stood still for more than 5 s until then, and sent no requests.
 */
export type MonitorEvent = 'shift_started' | 'shift_ended' | 'back_started' | 'back_ended' | 'stood_still'

/** A budget that was not judged, because there were too few answers. */
export interface NotJudged {
  endpoint: string
  budget: 'p95' | 'p99' | 'slowdown'
  /** One sentence for people. */
  why: string
}

/** What the monitor saw of the live endpoints. The figures beside `endpoints` are totals of all endpoints. */
export interface MonitorReport {
  /** The URL of the first endpoint. */
  url: string
  /** Requests per second that were due to each endpoint. */
  rate: number
  sent: number
  ok: number
  failed: number
  /** Failed requests by kind: refused, reset, timeout, unreachable, status_503… */
  failed_kinds: Record<string, number>
  slowest_ms: number
  /** From the first failed request to the end of the last one; 0 when none failed. */
  outage_ms: number
  /** The first failed requests, at most 20. */
  failures: { at: string; kind: string; endpoint: string }[]
  endpoints: MonitorEndpoint[]
  /** At most 60, all of the same width: 100 ms, doubled as often as needed. */
  timeline: MonitorMoment[]
  /** What happened when, in milliseconds since the monitor started. */
  marks: { at_ms: number; what: MonitorEvent }[]
  /** Latency budgets that were not judged in the end. */
  not_judged: NotJudged[]
  started_at: string
  ended_at: string
}
