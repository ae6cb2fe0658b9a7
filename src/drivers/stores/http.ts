import { rm } from 'node:fs/promises'
import pRetry, { AbortError } from 'p-retry'
import { messageOf, systemCode, UserError } from '../../platform/errors.js'
import { BodyTooLarge, bodyText, bodyToFile, Deadline } from '../../platform/http-body.js'

/** One request to a store. */
export interface StoreCall {
  method?: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  url: string | URL
  headers?: Record<string, string>
  body?: string | Blob
  /** Whether a second request does no harm. Default: every method but POST. */
  repeatable?: boolean
}

export interface StoreAnswer {
  status: number
  headers: Headers
  text: string
}

/** Time limits and repetitions. */
export interface Patience {
  /** Milliseconds for a whole request, and for each pause in a transfer. */
  timeoutMs: number
  /** Milliseconds for a whole transfer of an archive. */
  transferMs: number
  /** How often a repeatable request is repeated. */
  retries: number
  /** Milliseconds before the first repetition. Each further pause is twice as long. */
  firstWaitMs: number
}

export const PATIENCE: Patience = {
  timeoutMs: 30_000,
  transferMs: 15 * 60_000,
  retries: 3,
  firstWaitMs: 1_000,
}

/** The maximum size of an archive, and of any other answer, in bytes. */
const MAX_ARCHIVE = 1.1 * 1024 ** 3
const MAX_TEXT = 16 * 1024 * 1024
const TRY_AGAIN = [429, 500, 502, 503, 504]

/**
 * HTTP to a store. A repeatable request is repeated after a failed connection and after the statuses 429, 500, 502, 503
 * and 504. A request that got no answer in time is not repeated.
 *
 * No message contains a query or a header: signed URLs and tokens are secrets.
 */
export class StoreHttp {
  constructor(
    /** The store, for messages. */
    private readonly place: string,
    private readonly patience: Patience = PATIENCE,
  ) {}

  /**
   * Send a request and read the whole answer. Redirects are not followed.
   *
   * @throws UserError `store_unreachable`, `store_timeout`; the signal's reason when it aborts
   */
  async ask(call: StoreCall, signal?: AbortSignal): Promise<StoreAnswer> {
    const { timeoutMs, transferMs } = this.patience
    const limit = call.body instanceof Blob ? transferMs : timeoutMs
    return this.repeated(call, signal, async () => {
      const deadline = new Deadline(limit, signal)
      try {
        const response = await this.fetch(call, deadline.signal)
        return {
          status: response.status,
          headers: response.headers,
          text: await bodyText(response, MAX_TEXT),
        }
      } catch (error) {
        throw this.failure(call, error, deadline, limit, signal)
      } finally {
        deadline.end()
      }
    })
  }

  /**
   * Write the body of a 200 to a new file. Any other answer is returned as it is, without a file.
   *
   * @throws UserError `store_unreachable`, `store_timeout`, `store_refused`
   */
  async download(call: StoreCall, file: string, signal?: AbortSignal): Promise<StoreAnswer> {
    const { timeoutMs } = this.patience
    return this.repeated(call, signal, async () => {
      const deadline = new Deadline(timeoutMs, signal)
      try {
        const response = await this.fetch(call, deadline.signal)
        const { status, headers, body } = response
        if (status !== 200 || !body) return { status, headers, text: await bodyText(response, MAX_TEXT) }
        await bodyToFile(response, file, MAX_ARCHIVE, deadline)
        return { status, headers, text: '' }
      } catch (error) {
        await rm(file, { force: true })
        throw this.failure(call, error, deadline, timeoutMs, signal)
      } finally {
        deadline.end()
      }
    })
  }

  private fetch({ method = 'GET', url, headers = {}, body }: StoreCall, signal: AbortSignal) {
    return fetch(url, {
      method,
      redirect: 'manual',
      signal,
      headers: { 'user-agent': 'changeover', ...headers },
      ...(body === undefined ? {} : { body }),
    })
  }

  private async repeated(
    call: StoreCall,
    signal: AbortSignal | undefined,
    attempt: () => Promise<StoreAnswer>,
  ): Promise<StoreAnswer> {
    const { method = 'GET', repeatable = method !== 'POST' } = call
    let last: StoreAnswer | undefined
    try {
      return await pRetry(
        async () => {
          last = undefined
          try {
            last = await attempt()
          } catch (error) {
            if (error instanceof UserError && error.code === 'store_unreachable' && repeatable) throw error
            throw new AbortError(error instanceof Error ? error : new Error(String(error)))
          }
          if (repeatable && TRY_AGAIN.includes(last.status)) throw new Error(`status ${last.status}`)
          return last
        },
        {
          retries: this.patience.retries,
          minTimeout: this.patience.firstWaitMs,
          ...(signal ? { signal } : {}),
        },
      )
    } catch (error) {
      signal?.throwIfAborted()
      if (last) return last
      throw error
    }
  }

  private failure(
    call: StoreCall,
    error: unknown,
    deadline: Deadline,
    limit: number,
    signal?: AbortSignal,
  ): unknown {
    if (signal?.aborted) return signal.reason
    const { host } = new URL(call.url)
    if (error instanceof BodyTooLarge) {
      return new UserError(
        'store_refused',
        `${this.place}: the answer of ${host} is too large: ${error.message}.`,
        {
          remedy: 'Check that the address is that of a store.',
          cause: error,
        },
      )
    }
    if (deadline.passed) {
      return new UserError(
        'store_timeout',
        `${this.place}: no answer from ${host} to ${call.method ?? 'GET'} within ${limit} ms.`,
        { remedy: 'Check the store and the network, then try again.' },
      )
    }
    // fetch hides the reason in its cause
    const inner = typeof error === 'object' && error !== null && 'cause' in error ? error.cause : undefined
    const cause = inner ?? error
    return new UserError(
      'store_unreachable',
      `${this.place}: ${host} cannot be reached: ${systemCode(cause) ?? messageOf(cause)}.`,
      { remedy: 'Check the address and the network, then try again.', cause: error },
    )
  }
}

/** Parse a URL from outside. `undefined` unless it is an http or https URL. */
export function webUrl(text: string | null | undefined, base?: URL | string): URL | undefined {
  if (!text || !URL.canParse(text, base?.toString())) return undefined
  const url = new URL(text, base)
  return url.protocol === 'https:' || url.protocol === 'http:' ? url : undefined
}
