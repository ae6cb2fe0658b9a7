/**
 * What the monitor saw of one endpoint in one stretch of the changeover. Latencies are counted from the moment at which a
 * request was due, in milliseconds. The percentiles are those of good answers and of requests that timed out (which count
 * with the time that they were waited for); `null` without any. `slowest_ms` is of all requests.
 */
export interface MonitorFigures {
  /** Requests that have ended, well or not. */
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
  /** Requests that were under way between the start of the shift and a moment after it was read back. */
  during: MonitorFigures
  /** Requests that were due while traffic was on the new color. */
  after: MonitorFigures
}

/** All endpoints together, in a stretch of time from `at_ms` to that of the next one. */
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
 * What happens to users: they are shifted to the new color, or (also after a failed shift) taken back. `stood_still`: the
 * monitor's own machine did so for more than 5 s until then, and it asked nothing.
 */
export type MonitorEvent = 'shift_started' | 'shift_ended' | 'back_started' | 'back_ended' | 'stood_still'

/** A budget of which nothing follows, since there is too little to judge it by. */
export interface NotJudged {
  endpoint: string
  budget: 'p95' | 'p99' | 'slowdown'
  /** One sentence for people. */
  why: string
}

/** What the monitor saw of the live endpoints. The figures beside `endpoints` are those of all of them. */
export interface MonitorReport {
  /** The first endpoint's. */
  url: string
  /** Requests a second that were meant to be sent to each endpoint. */
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
  /** Latency budgets that could not be judged when the operation was over. */
  not_judged: NotJudged[]
  started_at: string
  ended_at: string
}
