import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'

/** One answer of an HTTP server. */
export interface HttpAnswer {
  status: number
  headers: Record<string, string>
  /** At most `maxBody` bytes of it. */
  body: string
}

/** A question to an HTTP server. */
export interface HttpQuestion {
  url: string
  method?: 'GET' | 'HEAD' | 'POST'
  headers?: Record<string, string>
  /** Milliseconds for the whole exchange, connecting included. */
  timeoutMs: number
  /** Bytes of the body to keep; the rest is read and dropped. Default 64 KiB. */
  maxBody?: number
  signal?: AbortSignal
}

/** The question got no whole answer in time. `kind` is stable: reports count by it. */
export class HttpFailure extends Error {
  readonly kind: 'refused' | 'reset' | 'timeout' | 'unreachable'

  constructor(kind: HttpFailure['kind'], message: string) {
    super(message)
    this.name = 'HttpFailure'
    this.kind = kind
  }
}

const KIND: Record<string, HttpFailure['kind']> = {
  ECONNREFUSED: 'refused',
  ECONNRESET: 'reset',
  EPIPE: 'reset',
  ETIMEDOUT: 'timeout',
}

/**
 * Ask once over a connection of its own, and read the whole answer. Redirects are answers, not followed.
 *
 * No connection is reused: a kept-alive one would hide that new users are turned away.
 *
 * @throws HttpFailure when no whole answer came in time; the signal's reason when it aborts
 */
export async function askHttp(question: HttpQuestion): Promise<HttpAnswer> {
  question.signal?.throwIfAborted()
  const url = new URL(question.url)
  const secure = url.protocol === 'https:'
  const agent = secure ? new HttpsAgent({ keepAlive: false }) : new HttpAgent({ keepAlive: false })
  return new Promise((resolve, reject) => {
    const finish = (settle: () => void) => {
      clearTimeout(timer)
      question.signal?.removeEventListener('abort', onAbort)
      settle()
    }
    const fail = (error: unknown) => finish(() => reject(error))
    const request = (secure ? httpsRequest : httpRequest)(
      url,
      { method: question.method ?? 'GET', headers: { connection: 'close', ...question.headers }, agent },
      (response) => {
        readAnswer(response, question.maxBody ?? 65_536).then(
          (answer) => finish(() => resolve(answer)),
          (error) => fail(asFailure(error, url)),
        )
      },
    )
    const onAbort = () => {
      fail(question.signal?.reason)
      request.destroy()
    }
    const timer = setTimeout(() => {
      fail(new HttpFailure('timeout', `no answer from ${url.host} within ${question.timeoutMs} ms`))
      request.destroy()
    }, question.timeoutMs)
    question.signal?.addEventListener('abort', onAbort, { once: true })
    request.on('error', (error) => fail(asFailure(error, url)))
    request.end()
  })
}

async function readAnswer(response: IncomingMessage, maxBody: number): Promise<HttpAnswer> {
  const chunks: Buffer[] = []
  let kept = 0
  for await (const chunk of response as AsyncIterable<Buffer>) {
    if (kept < maxBody) chunks.push(chunk.subarray(0, maxBody - kept))
    kept += chunk.length
  }
  const headers = Object.fromEntries(
    Object.entries(response.headers).map(([name, value]) => [name, String(value)]),
  )
  return { status: response.statusCode ?? 0, headers, body: Buffer.concat(chunks).toString('utf8') }
}

function asFailure(error: unknown, url: URL): HttpFailure {
  const { code = '', message = String(error) } = error as NodeJS.ErrnoException
  return new HttpFailure(KIND[code] ?? 'unreachable', `${url.host}: ${code || message}`)
}
