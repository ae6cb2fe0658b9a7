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
  /** Requests per second to each endpoint. */
  rate: number
  /** Milliseconds after which a request counts as failed. */
  timeoutMs: number
}

/** The client that sends requests to the live endpoints, and counts the failures. */
export interface Monitor {
  /** Something happens to the traffic now: later requests belong to another stretch. */
  mark(what: MonitorEvent): void
  /** The figures so far, for each endpoint. */
  figures(): EndpointFigures[]
  /** Send no more requests, wait for the answers that are pending, and report. Safe to call twice. */
  stop(): Promise<MonitorReport>
}

/** Starts a monitor. */
export type StartMonitor = (options: MonitorOptions, ports?: MonitorPorts) => Monitor

/** The outside world of a monitor. */
export interface MonitorPorts {
  /** Send one request. @throws HttpFailure */
  ask(question: { url: string; timeoutMs: number }): Promise<{ status: number }>
  /** Milliseconds of a clock that is never set. */
  now(): number
  /** Do `work` in so many milliseconds. It alone does not keep the process alive. @returns cancels it */
  after(ms: number, work: () => void): () => void
}

const realPorts: MonitorPorts = {
  ask: askHttp,
  now: () => performance.now(),
  after(ms, work) {
    const timer = setTimeout(work, ms)
    timer.unref()
    return () => clearTimeout(timer)
  },
}

/** How late a request may be. When it is later, this machine stood still: the requests of that time are skipped, not sent at once. */
const BEHIND_MS = 5_000

/**
 * Send requests to the live endpoints at a constant rate each, every request on a connection of its own.
 *
 * The load is open-loop: requests are sent on schedule whether or not earlier ones were answered. A client that waits for
 * answers sends fewer requests while the service stalls, and so hides the outage. For the same reason latency counts from the
 * time when a request was *due*: one that is sent late has made its user wait as well.
 */
export const startMonitor: StartMonitor = ({ endpoints, rate, timeoutMs }, ports = realPorts) => {
  const book = new MonitorFiguresBook(endpoints, rate, ports.now)
  // the endpoints take turns, so that they are not all asked at the same instant
  const intervalMs = 1000 / (rate * endpoints.length)
  let origin = book.origin
  let slots = 0
  let cancel = () => {}
  const underWay = new Set<Promise<void>>()

  const send = async (index: number, dueAt: number) => {
    const { url, status: good } = endpoints[index] ?? { url: '' }
    book.sent(index)
    let kind: string | undefined
    try {
      const { status } = await ports.ask({ url, timeoutMs })
      if (!isGoodStatus(status, good)) kind = `status_${status}`
    } catch (error) {
      kind = error instanceof HttpFailure ? error.kind : 'unreachable'
    }
    book.ended(index, dueAt, ports.now(), kind)
  }

  // each timer sends what is due by then: a late one sends what it missed, so that the rate holds
  const tick = () => {
    const now = ports.now()
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
    const left = Math.ceil(origin + slots * intervalMs - ports.now())
    cancel = ports.after(Math.max(left, 0), tick) // Node complains of a negative one
  }
  tick()
  let report: Promise<MonitorReport> | undefined

  const finish = async (): Promise<MonitorReport> => {
    cancel()
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
