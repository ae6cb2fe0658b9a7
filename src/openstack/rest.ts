import { askHttp, type HttpAnswer, HttpFailure, type TlsTrust } from '../platform/http.js'
import { OpenStackFailure } from './failure.js'

/** Until when an exchange of several questions must be over, and how it is held. */
export interface Exchange {
  /** A moment of `performance.now()`. */
  end: number
  tls: TlsTrust | undefined
  signal: AbortSignal
}

/** A catalog of many services in many regions is long; nothing else is. */
const MAX_BODY = 4 * 1024 * 1024

/**
 * One question to an OpenStack API, asked once: who asks again is the caller's to say.
 *
 * @throws OpenStackFailure for what HTTP did not bring; the signal's reason
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
    throw new OpenStackFailure('json', `${what} answered no JSON`)
  }
}
