import { askHttp, HttpFailure, type HttpQuestion } from '../../platform/http.js'
import type { Answer, Probe } from './probe.js'

export interface HttpProbeOptions {
  name: string
  url: string
  /** Good statuses; default 200 to 399. */
  status?: readonly number[] | undefined
  contains?: string | undefined
  timeoutMs: number
}

/** Asks an URL over a connection of its own; redirects are answers. */
export function httpProbe(options: HttpProbeOptions): Probe {
  return {
    name: options.name,
    async ask(signal): Promise<Answer> {
      const question: HttpQuestion = { url: options.url, timeoutMs: options.timeoutMs, signal }
      try {
        const { status, body } = await askHttp(question)
        if (!isGoodStatus(status, options.status))
          return { good: false, why: `${options.url} answered ${status}` }
        if (options.contains !== undefined && !body.includes(options.contains)) {
          return { good: false, why: `the answer of ${options.url} does not contain "${options.contains}"` }
        }
        return { good: true }
      } catch (error) {
        if (error instanceof HttpFailure) return { good: false, why: error.message }
        throw error
      }
    },
  }
}

/** Whether an HTTP status is one of the good ones; 200 to 399 when nobody says which those are. */
export function isGoodStatus(status: number, good: readonly number[] | undefined): boolean {
  return good ? good.includes(status) : status >= 200 && status < 400
}
