import { askHttp, type HttpAnswer, HttpFailure, type TlsTrust } from '../platform/http.js'
import { OpenStackFailure } from './failure.js'

/** The deadline and the connection settings of a series of requests. */
export interface Exchange {
  /** The deadline, as a time of `performance.now()`. */
  end: number
  tls: TlsTrust | undefined
  signal: AbortSignal
}

/** The catalog of a large cloud is long; other answers are short. */
const MAX_BODY = 4 * 1024 * 1024

/**
 * Send one request to an OpenStack API. It is not repeated.
 *
 * @throws OpenStackFailure when there is no answer; the signal's reason when it aborts
 */
export async function askApi(
  method: 'GET' | 'POST',
  url: string,
  exchange: Exchange,
  options: { token?: string; body?: object } = {},
): Promise<HttpAnswer> {
  const { token, body } = options
  try {
    return await askHttp({
      url,
      method,
      headers: {
        accept: 'application/json',
        'user-agent': 'changeover',
        ...(token === undefined ? {} : { 'x-auth-token': token }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      timeoutMs: Math.max(1, Math.round(exchange.end - performance.now())),
      maxBody: MAX_BODY,
      longBody: 'refuse',
      tls: exchange.tls,
      signal: exchange.signal,
    })
  } catch (error) {
    if (error instanceof HttpFailure) throw new OpenStackFailure(error.kind, error.message)
    throw error
  }
}

/** The JSON of an answer. @throws OpenStackFailure `json` */
export function jsonOf(answer: HttpAnswer, what: string): unknown {
  try {
    return JSON.parse(answer.body)
  } catch {
    throw new OpenStackFailure('json', `${what} sent an answer that is not JSON`)
  }
}
