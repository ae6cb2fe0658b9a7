import { isGoodStatus } from '../drivers/probes/http.js'
import { askHttp, HttpFailure } from '../platform/http.js'
import type { WitnessReport } from './result.js'

export interface WitnessOptions {
  /** The live endpoint, as users reach it. */
  url: string
  /** Requests a second. */
  rate: number
  /** Milliseconds after which a request counts as failed. */
  timeoutMs: number
  /** Good statuses; default 200 to 399. */
  status?: readonly number[] | undefined
}

/** A client that keeps asking and counts. */
export interface Witness {
  /** Failed requests until now. */
  failed(): number
  /** Send no more, wait for the answers under way, and report. Safe to call twice. */
  stop(): Promise<WitnessReport>
}

const KEPT_FAILURES = 20

/**
 * Start to ask the live endpoint at a constant rate, each request on a connection of its own.
 *
 * The load is open-loop: requests leave on schedule whether or not earlier ones were answered. A client that
 * waits for its answers sends less just when the service stalls, and so hides the outage.
 */
export function startWitness(options: WitnessOptions): Witness {
  const started = new Date()
  const origin = performance.now()
  const intervalMs = 1000 / options.rate
  const seen = { sent: 0, ok: 0, failed: 0, slowest: 0, firstFailure: 0, lastFailure: 0 }
  const kinds: Record<string, number> = {}
  const failures: WitnessReport['failures'] = []
  const underWay = new Set<Promise<void>>()

  const fail = (kind: string, sentAt: number) => {
    if (seen.failed === 0) seen.firstFailure = sentAt
    seen.failed++
    seen.lastFailure = performance.now()
    kinds[kind] = (kinds[kind] ?? 0) + 1
    if (failures.length < KEPT_FAILURES) {
      failures.push({ at: new Date(started.getTime() + sentAt - origin).toISOString(), kind })
    }
  }

  const send = async () => {
    const sentAt = performance.now()
    seen.sent++
    try {
      const { status } = await askHttp({ url: options.url, timeoutMs: options.timeoutMs })
      if (isGoodStatus(status, options.status)) seen.ok++
      else fail(`status_${status}`, sentAt)
    } catch (error) {
      fail(error instanceof HttpFailure ? error.kind : 'unreachable', sentAt)
    }
    seen.slowest = Math.max(seen.slowest, performance.now() - sentAt)
  }

  // one timer that sends what is due: a late tick sends what it missed, so that the rate holds
  const tick = () => {
    const due = Math.floor((performance.now() - origin) / intervalMs) + 1
    while (seen.sent < due) {
      const request = send()
      underWay.add(request)
      void request.finally(() => underWay.delete(request))
    }
  }
  tick()
  const timer = setInterval(tick, Math.min(intervalMs, 20))
  let report: Promise<WitnessReport> | undefined

  const finish = async (): Promise<WitnessReport> => {
    clearInterval(timer)
    await Promise.all(underWay)
    return {
      url: options.url,
      rate: options.rate,
      sent: seen.sent,
      ok: seen.ok,
      failed: seen.failed,
      failed_kinds: kinds,
      slowest_ms: Math.round(seen.slowest),
      outage_ms: Math.round(seen.lastFailure - seen.firstFailure),
      failures,
      started_at: started.toISOString(),
      ended_at: new Date().toISOString(),
    }
  }
  return {
    failed: () => seen.failed,
    stop: () => {
      report ??= finish()
      return report
    },
  }
}
