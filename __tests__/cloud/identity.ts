import { messageOf } from '../../src/platform/errors.js'
import { CloudError } from './errors.js'

export interface Account {
  username: string
  password: string
  project: string
}

export interface Token {
  id: string
  expiresAt: string
}

const TIMEOUT_MS = 20_000

/**
 * Log in at a Keystone. Every call gets a fresh token.
 *
 * @param authUrl with its version, such as `http://127.0.0.1:15000/v3`
 * @throws CloudError `bad_answer`, `no_answer` (within 20 s)
 */
export async function issueToken(authUrl: string, account: Account): Promise<Token> {
  const domain = { id: 'default' }
  const user = { name: account.username, domain, password: account.password }
  const body = {
    auth: {
      identity: { methods: ['password'], password: { user } },
      scope: { project: { name: account.project, domain } },
    },
  }
  const url = `${authUrl}/auth/tokens`
  const response = await send('POST', url, { body })
  const id = response.headers.get('x-subject-token')
  const answer = (await response.json()) as { token?: { expires_at?: string } }
  const expiresAt = answer.token?.expires_at
  if (response.status !== 201 || !id || !expiresAt) throw badAnswer('POST', url, response.status, answer)
  return { id, expiresAt }
}

/** Whether a Keystone takes a token as valid. The token itself is the caller's credential. */
export async function isValidToken(authUrl: string, token: string): Promise<boolean> {
  const response = await send('GET', `${authUrl}/auth/tokens`, {
    token,
    headers: { 'x-subject-token': token },
  })
  await response.body?.cancel()
  return response.status === 200
}

/**
 * One question to an OpenStack API; only a good status comes back.
 *
 * @throws CloudError `bad_answer`, `no_answer`
 */
export async function askApi(
  method: string,
  url: string,
  options: { token: string; body?: unknown },
): Promise<unknown> {
  const response = await send(method, url, options)
  const text = await response.text()
  if (!response.ok) throw badAnswer(method, url, response.status, text)
  return text === '' ? undefined : JSON.parse(text)
}

async function send(
  method: string,
  url: string,
  options: { token?: string; body?: unknown; headers?: Record<string, string> },
): Promise<Response> {
  return fetch(url, {
    method,
    signal: AbortSignal.timeout(TIMEOUT_MS),
    headers: {
      accept: 'application/json',
      connection: 'close',
      ...(options.body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(options.token === undefined ? {} : { 'x-auth-token': options.token }),
      ...options.headers,
    },
    ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
  }).catch((error: Error) => {
    throw new CloudError('no_answer', `${method} ${url}: ${messageOf(error.cause ?? error)}`)
  })
}

function badAnswer(method: string, url: string, status: number, answer: unknown): CloudError {
  const text = typeof answer === 'string' ? answer : JSON.stringify(answer)
  return new CloudError('bad_answer', `${method} ${url} answered ${status}: ${text.slice(0, 300)}`)
}
