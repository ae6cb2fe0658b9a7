import { rm } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'
import { GitHub, getOctokitOptions } from '@actions/github/lib/utils'
import { HttpClient } from '@actions/http-client'
import { retry } from '@octokit/plugin-retry'
import { type RequestInit as FetchInit, fetch } from 'undici'
import { type Patience, webUrl } from '../drivers/stores/http.js'
import { messageOf, systemCode } from '../platform/errors.js'
import { GitHubError, type GitHubRequest, isObject } from '../platform/github-api.js'
import { BodyTooLarge, bodyText, bodyToFile, Deadline } from '../platform/http-body.js'

/** A release has at most 1 GiB; its archive may be a little larger. */
const MAX_FILE_BYTES = 1.1 * 1024 ** 3
const MAX_JSON_BYTES = 16 * 1024 * 1024
/** Statuses of a server that is overloaded or restarts. */
const REPEATED = [500, 502, 503, 504]
/** The longest pause that GitHub may ask for with Retry-After. A longer one is an error. */
const MAX_PAUSE_MS = 60_000

type Headers = Readonly<Record<string, string | number | undefined>>

/** An answer as Octokit gives it, also inside of its errors. */
interface Answer {
  status: number
  headers: Headers
  data?: unknown
}

/** One request with all that its attempts need. */
interface Sending extends GitHubRequest {
  /** `GET /repos/acme/cloud/pulls`, or a method and a URL. */
  route: string
  accept?: string
  /** Where the body of a 200 goes. */
  file?: string
  isAnonymous?: boolean
}

/**
 * GitHub's REST API by Octokit, through the proxy that https_proxy and no_proxy name for each address.
 *
 * Repeated are, up to three times: a request that failed to connect, or got 500, 502, 503 or 504, where a second one
 * does no harm; and a request that GitHub refused because of a rate limit, with 429, or 403 and Retry-After: GitHub
 * did not process it. The pauses are 1, 2 and 4 seconds, or what Retry-After asks for, up to a minute. A request that
 * got no answer in time is not repeated.
 *
 * No message contains a query or a header: signed URLs and tokens are secrets.
 */
export class OctokitApi {
  private readonly client
  private readonly anonymous

  constructor(
    url: string,
    private readonly token: string | undefined,
    private readonly patience: Patience,
  ) {
    const Client = GitHub.plugin(repeat(patience), retry)
    const silent = () => {}
    const options = {
      baseUrl: url,
      userAgent: 'changeover',
      log: { debug: silent, info: silent, warn: silent, error: silent },
      // `repeat` decides: the plugin's own rules would repeat a POST, and ignore Retry-After
      retry: { doNotRetry: Array.from({ length: 200 }, (_, index) => 400 + index) },
    }
    this.anonymous = new Client(options)
    this.client = token === undefined ? this.anonymous : new Client(getOctokitOptions(token, options))
  }

  async request(route: string, request: GitHubRequest): Promise<unknown> {
    try {
      return (await this.send({ route, ...request }, [200, 299])).data
    } catch (error) {
      const isMissing = error instanceof GitHubError && error.status === 404
      if (isMissing && request.allowMissing) return undefined
      throw error
    }
  }

  async download(route: string, file: string, request: GitHubRequest & { accept?: string }): Promise<void> {
    const { permission, signal } = request
    try {
      const { status, headers } = await this.send({ route, ...request, file }, [200, 302])
      if (status === 200) return
      const location = webUrl(String(headers.location))
      if (!location) throw this.refusal({ status, headers }, { route, ...request })
      // a signed address somewhere else: the token is not for that server
      const there = { route: `GET ${location}`, file, permission, signal, isAnonymous: true }
      await this.send(there, [200, 200])
    } catch (error) {
      await rm(file, { force: true })
      throw error
    }
  }

  /** @param good the lowest and the highest status that is not an error */
  private async send(sending: Sending, [lowest, highest]: [number, number]): Promise<Answer> {
    const { route, parameters = {}, upload, accept, isAnonymous = false, signal } = sending
    const { timeoutMs, transferMs } = this.patience
    const limit = sending.onceWithinMs ?? (upload ? transferMs : timeoutMs)
    const client = isAnonymous ? this.anonymous : this.client
    const [method, target] = route.split(' ')
    let answer: Answer
    try {
      // as a parameter: in a route, Octokit takes `:word` for a placeholder
      answer = await client.request(`${method} {+target}`, {
        ...parameters,
        target,
        ...(upload ? { data: upload } : {}),
        headers: {
          accept: accept ?? 'application/vnd.github+json',
          'x-github-api-version': '2022-11-28',
          ...(upload ? { 'content-type': 'application/gzip' } : {}),
        },
        request: {
          fetch: attempt(sending, limit),
          redirect: 'manual',
          ...repetition(sending, this.patience),
        },
      })
    } catch (error) {
      signal?.throwIfAborted()
      if (error instanceof Error && error.cause instanceof GitHubError) throw error.cause
      const refused = answerIn(error)
      throw refused ? this.refusal(refused, sending) : error
    }
    if (answer.status >= lowest && answer.status <= highest) return answer
    throw this.refusal(answer, sending)
  }

  private refusal({ status, headers, data }: Answer, { route, permission }: Sending): GitHubError {
    // a server may echo what it was sent
    const details = this.token ? messageIn(data).replaceAll(this.token, '***') : messageIn(data)
    const message = `GitHub answered ${status} to ${withoutQuery(route)}${details === '' ? '' : `: ${details}`}.`
    const pause = retryAfterMs(headers)
    if (
      status === 429 ||
      (status === 403 && (pause !== undefined || headers['x-ratelimit-remaining'] === '0'))
    ) {
      const when = pause === undefined ? 'within the hour' : `in ${Math.ceil(pause / 1000)} seconds`
      const remedy = `The rate limit of the token is used up. Try again ${when}, or use another token.`
      return new GitHubError('github_rate_limited', message, { remedy, status })
    }
    if ([401, 403, 404].includes(status)) {
      const remedy = `Give the job the permission "${permission}", or use a token that has it.`
      return new GitHubError('github_denied', message, { remedy, status })
    }
    const remedy = 'Check githubstatus.com, then try again.'
    return new GitHubError('github_refused', message, { remedy, status })
  }
}

/** One attempt to send a request, body included, within a time limit. */
function attempt({ route, file, signal }: Sending, limitMs: number) {
  return async (url: string, init: FetchInit): Promise<Response> => {
    const deadline = new Deadline(limitMs, signal)
    const proxy = new HttpClient().getAgentDispatcher(url)
    try {
      const options = { ...init, signal: deadline.signal, ...(proxy ? { dispatcher: proxy } : {}) }
      const response = await fetch(url, options)
      const { status, headers } = response
      const isFile = file !== undefined && status === 200
      if (isFile) await bodyToFile(response, file, MAX_FILE_BYTES, deadline)
      const text = isFile ? '' : await bodyText(response, MAX_JSON_BYTES)
      return new Response(text === '' ? null : text, { status, headers: [...headers] })
    } catch (error) {
      if (file !== undefined) await rm(file, { force: true })
      throw unanswered(
        error,
        new URL(url).host,
        deadline.passed ? `${route} within ${limitMs} ms` : undefined,
      )
    } finally {
      deadline.end()
      await proxy?.close()
    }
  }
}

/** @param late what was not answered in time, when that is the reason */
function unanswered(error: unknown, host: string, late: string | undefined): GitHubError {
  if (error instanceof BodyTooLarge) {
    const remedy = 'Check the address: a proxy may have answered instead of GitHub.'
    return new GitHubError('github_refused', `${host} sent an answer that is too large: ${error.message}.`, {
      remedy,
      cause: error,
    })
  }
  if (late !== undefined) {
    return new GitHubError('github_timeout', `${host} did not answer ${withoutQuery(late)}.`, {
      remedy: 'Check githubstatus.com and the network, then try again.',
      cause: error,
    })
  }
  // fetch hides what went wrong in its cause
  const inner = isObject(error) || error instanceof Error ? (error.cause ?? error) : error
  return new GitHubError(
    'github_unreachable',
    `Cannot reach ${host}: ${systemCode(inner) ?? messageOf(inner)}.`,
    {
      remedy: 'Check the address, the network and the proxy, then try again.',
      cause: error,
    },
  )
}

/** What the hook in {@link repeat} finds in the options of a request. */
interface Repetition {
  /** Whether a second request does no harm. */
  repeatable: boolean
  /** How often the request may be repeated. */
  most: number
  /** Set by the plugin: how often the request was repeated already. */
  retryCount?: number
  signal?: AbortSignal
}

function repetition({ route, repeatable, onceWithinMs, signal }: Sending, { retries }: Patience): Repetition {
  return {
    repeatable: repeatable ?? !route.startsWith('POST '),
    most: onceWithinMs === undefined ? retries : 0,
    ...(signal ? { signal } : {}),
  }
}

/**
 * The plugin that has @octokit/plugin-retry repeat a request. It must come before that one: its hook then runs inside of
 * the loop that repeats.
 */
function repeat({ firstWaitMs }: Patience) {
  return (octokit: Pick<InstanceType<typeof GitHub>, 'hook'>) => {
    octokit.hook.error('request', async (error, options) => {
      const { repeatable, most, retryCount = 0, signal } = options.request as unknown as Repetition
      const pause =
        retryCount < most ? pauseBefore(error, repeatable, firstWaitMs * 2 ** retryCount) : undefined
      if (pause === undefined) throw error
      const isOver = await delay(pause, false, signal ? { signal } : {}).catch(() => true)
      const { retryRequest } = (octokit as typeof octokit & ReturnType<typeof retry>).retry
      throw isOver ? error : retryRequest(error as Parameters<typeof retryRequest>[0], most, 0)
    })
  }
}

/** Milliseconds before the next attempt; `undefined` when there is none. @param ordinary the pause unless GitHub names one */
function pauseBefore(error: Error, repeatable: boolean, ordinary: number): number | undefined {
  if (error.cause instanceof GitHubError) {
    return repeatable && error.cause.code === 'github_unreachable' ? ordinary : undefined
  }
  const answer = answerIn(error)
  if (!answer) return undefined
  const { status, headers } = answer
  const asked = retryAfterMs(headers)
  const wasRefusedUnread = status === 429 || (status === 403 && asked !== undefined)
  if (!wasRefusedUnread && !(repeatable && REPEATED.includes(status))) return undefined
  const pause = asked ?? ordinary
  return pause <= MAX_PAUSE_MS ? pause : undefined
}

/** Retry-After has seconds, or a date. */
function retryAfterMs({ 'retry-after': text = '' }: Headers): number | undefined {
  const seconds = /^\d+$/.test(String(text)) ? Number(text) : (Date.parse(String(text)) - Date.now()) / 1000
  return Number.isNaN(seconds) ? undefined : Math.max(0, seconds * 1000)
}

function answerIn(error: unknown): Answer | undefined {
  if (!(error instanceof Error) || !('response' in error) || !isObject(error.response)) return undefined
  const { status, headers, data } = error.response
  if (typeof status !== 'number' || !isObject(headers)) return undefined
  return { status, headers: headers as Headers, data }
}

/** The `message` of an error that GitHub sent, on one line. */
function messageIn(data: unknown): string {
  if (!isObject(data) || typeof data.message !== 'string') return ''
  const errors = Array.isArray(data.errors) ? data.errors.filter(isObject) : []
  const codes = errors.map((error) => [error.field, error.code].filter(Boolean).join(' ')).filter(Boolean)
  const text = codes.length > 0 ? `${data.message} (${codes.join(', ')})` : data.message
  return text.replaceAll(/[\0-\x1f\x7f]+/g, ' ').slice(0, 300)
}

/** A route as a message may show it. */
function withoutQuery(route: string): string {
  return route.replace(/\?\S*/, '')
}
