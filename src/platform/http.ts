import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'
import { systemCode } from './errors.js'

/** The answer of an HTTP server. */
export interface HttpAnswer {
  status: number
  headers: Record<string, string>
  /** At most `maxBody` bytes of it. */
  body: string
}

/** The certificates to trust, and the name that the server's certificate must have. */
export interface TlsTrust {
  /** Certificates in PEM. They replace the public authorities. */
  ca?: string | undefined
  /** The name in the certificate, when it differs from the host in the address. */
  serverName?: string | undefined
}

/** A request to an HTTP server. */
export interface HttpQuestion {
  url: string
  method?: 'GET' | 'HEAD' | 'POST'
  headers?: Record<string, string>
  /** The body of a POST. */
  body?: string
  /** Milliseconds for the whole exchange, connecting included. */
  timeoutMs: number
  /** The number of bytes of the body to keep; default: 64 KiB. */
  maxBody?: number
  /** For a longer body: `drop` the rest (the default), or `refuse` the answer. */
  longBody?: 'drop' | 'refuse'
  tls?: TlsTrust | undefined
  signal?: AbortSignal
}

/** The request got no complete answer in time. `kind` is stable: reports count by it. */
export class HttpFailure extends Error {
  readonly kind:
    | 'refused'
    | 'reset'
    | 'timeout'
    | 'unresolved'
    | 'tls'
    | 'garbled'
    | 'too_large'
    | 'unreachable'

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
  ENOTFOUND: 'unresolved',
  EAI_AGAIN: 'unresolved',
}

/**
 * Send one request over a new connection, and read the whole answer. Redirects are not followed.
 *
 * Connections are not reused: a persistent connection would hide that the server refuses new users.
 *
 * @throws HttpFailure when no complete answer came in time; the signal's reason when it aborts
 */
export async function askHttp(question: HttpQuestion): Promise<HttpAnswer> {
  question.signal?.throwIfAborted()
  const url = new URL(question.url)
  const { headers = {}, body, method = 'GET' } = question
  return new Promise((resolve, reject) => {
    const finish = (settle: () => void) => {
      clearTimeout(timer)
      question.signal?.removeEventListener('abort', onAbort)
      settle()
    }
    const fail = (error: unknown) => finish(() => reject(error))
    const { send, agent } = transport(url, question.tls)
    const request = send(url, { method, headers: { connection: 'close', ...headers }, agent }, (response) => {
      readAnswer(response, question).then(
        (answer) => finish(() => resolve(answer)),
        (error) => {
          fail(asFailure(error, url))
          request.destroy()
        },
      )
    })
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
    request.end(body)
  })
}

function transport(url: URL, tls: TlsTrust = {}) {
  if (url.protocol !== 'https:') return { send: httpRequest, agent: new HttpAgent({ keepAlive: false }) }
  const { ca, serverName } = tls
  const trust = {
    ...(ca === undefined ? {} : { ca }),
    ...(serverName === undefined ? {} : { servername: serverName }),
  }
  return { send: httpsRequest, agent: new HttpsAgent({ keepAlive: false, ...trust }) }
}

async function readAnswer(response: IncomingMessage, question: HttpQuestion): Promise<HttpAnswer> {
  const { maxBody = 65_536, longBody = 'drop' } = question
  const chunks: Buffer[] = []
  let kept = 0
  for await (const chunk of response as AsyncIterable<Buffer>) {
    if (kept < maxBody) chunks.push(chunk.subarray(0, maxBody - kept))
    kept += chunk.length
    if (kept > maxBody && longBody === 'refuse') {
      throw new HttpFailure('too_large', `the answer is longer than ${maxBody} bytes`)
    }
  }
  const headers = Object.fromEntries(
    Object.entries(response.headers).map(([name, value]) => [name, String(value)]),
  )
  return { status: response.statusCode ?? 0, headers, body: Buffer.concat(chunks).toString('utf8') }
}

function asFailure(error: unknown, url: URL): HttpFailure {
  if (error instanceof HttpFailure) return new HttpFailure(error.kind, `${url.host}: ${error.message}`)
  const code = systemCode(error) ?? ''
  const message = error instanceof Error ? error.message : String(error)
  return new HttpFailure(kindOf(code), `${url.host}: ${code || message}`)
}

function kindOf(code: string): HttpFailure['kind'] {
  const known = KIND[code]
  if (known) return known
  if (code.startsWith('HPE_')) return 'garbled' // Node's parser refused it: it is not HTTP, or its headers do not end
  const isCertificate = /^(ERR_(TLS|SSL)_|CERT_|SELF_SIGNED|DEPTH_ZERO|UNABLE_TO_|HOSTNAME_)/.test(code)
  return isCertificate || code === 'EPROTO' ? 'tls' : 'unreachable'
}
