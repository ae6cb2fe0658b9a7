import { isGoodStatus } from '../../drivers/probes/http.js'
import { askHttp, HttpFailure } from '../../platform/http.js'
import { type EndpointFigures, MonitorFiguresBook } from './figures.js'
import type { MonitorEvent, MonitorReport } from './report.js'

export interface MonitorOptions {
  endpoints: readonly {
    name: string
    /** As users reach it. */
    url: string
    /** Good statuses; default 200 to 399. */
    status?: readonly number[] | undefined
  }[]
  /** Requests a second to each endpoint. */
  rate: number
  /** Milliseconds after which a request counts as failed. */
  timeoutMs: number
}

/** A client that keeps asking and counts. */
export interface Monitor {
  /** Something happens to users now: what is sent from here on belongs to another stretch. */
  mark(what: MonitorEvent): void
  /** What was seen until now, for each endpoint. */
  figures(): EndpointFigures[]
  /** Send no more, wait for the answers under way, and report. Safe to call twice. */
  stop(): Promise<MonitorReport>
}

/** Makes a monitor that asks already. */
export type StartMonitor = (options: MonitorOptions) => Monitor

/** So far requests may fall behind their schedule. If it is more, this machine stood still: they are left out, not sent at once. */
const BEHIND_MS = 5_000

/**
 * Start to ask the live endpoints at a constant rate each, every request on a connection of its own.
 *
 * The load is open-loop: requests leave on schedule whether or not earlier ones were answered. A client that
 * waits for its answers sends less just when the service stalls, and so hides the outage. For the same reason latency is
 * counted from the moment at which a request was *due*: one that leaves late has made its user wait as well.
 */
export const startMonitor: StartMonitor = ({ endpoints, rate, timeoutMs }) => {
  const book = new MonitorFiguresBook(endpoints, rate)
  // the endpoints take turns, so that they are not all asked at the same instant
  const intervalMs = 1000 / (rate * endpoints.length)
  let origin = book.origin
  let slots = 0
  let timer: NodeJS.Timeout | undefined
  const underWay = new Set<Promise<void>>()

  const send = async (index: number, dueAt: number) => {
    const { url, status: good } = endpoints[index] ?? { url: '' }
    book.sent(index)
    let kind: string | undefined
    try {
      const { status } = await askHttp({ url, timeoutMs })
      if (!isGoodStatus(status, good)) kind = `status_${status}`
    } catch (error) {
      kind = error instanceof HttpFailure ? error.kind : 'unreachable'
    }
    book.ended(index, dueAt, performance.now(), kind)
  }

  // each timer sends what is due by then: a late one sends what it missed, so that the rate holds
  const tick = () => {
    const now = performance.now()
    const behind = now - (origin + slots * intervalMs)
    if (behind > BEHIND_MS) {
      origin += behind
      book.mark('stood_still')
    }
    for (; origin + slots * intervalMs <= now; slots++) {
      const request = send(slots % endpoints.length, origin + slots * intervalMs)
      underWay.add(request)
      void request.finally(() => underWay.delete(request))
    }
    const left = Math.ceil(origin + slots * intervalMs - performance.now())
    timer = setTimeout(tick, Math.max(left, 0)) // Node complains of a negative one
    timer.unref() // whoever needs the monitor waits for something else
  }
  tick()
  let report: Promise<MonitorReport> | undefined

  const finish = async (): Promise<MonitorReport> => {
    clearTimeout(timer)
    await Promise.all(underWay)
    return book.report()
  }
  return {
    mark: (what) => book.mark(what),
    figures: () => book.figures(),
    stop: () => {
      report ??= finish()
      return report
    },
  }
}
