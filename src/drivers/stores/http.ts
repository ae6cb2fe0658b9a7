import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pRetry, { AbortError } from 'p-retry'
import { messageOf, systemCode, UserError } from '../../platform/errors.js'

/** One call to a store. */
export interface StoreCall {
  method?: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  url: string | URL
  headers?: Record<string, string>
  body?: string | Blob
  /** Whether doing it twice does no harm. Default: every method but POST. */
  repeatable?: boolean
}

export interface StoreAnswer {
  status: number
  headers: Headers
  text: string
}

/** How patient to be. */
export interface Patience {
  /** Milliseconds for a whole call, and for each pause in a transfer. */
  timeoutMs: number
  /** Milliseconds for a transfer of an archive, in all. */
  transferMs: number
  /** How often a call that may be repeated is repeated. */
  retries: number
  /** Milliseconds before the first repetition; each next wait is twice as long. */
  firstWaitMs: number
}

export const PATIENCE: Patience = {
  timeoutMs: 30_000,
  transferMs: 15 * 60_000,
  retries: 3,
  firstWaitMs: 1_000,
}

/** The most bytes of an archive that are taken from a store, and of an answer that is text. */
const MAX_ARCHIVE = 1.1 * 1024 ** 3
const MAX_TEXT = 16 * 1024 * 1024
const TRY_AGAIN = [429, 500, 502, 503, 504]

/**
 * HTTP to a store. Connections that fail and the statuses 429, 500, 502, 503 and 504 are tried again where the call
 * may be repeated; a call that gets no answer in time is not, it has had its time.
 *
 * No message holds a query or a header: a signed URL and a token are secrets.
 */
export class StoreHttp {
  constructor(
    /** For people: which store. */
    private readonly place: string,
    private readonly patience: Patience = PATIENCE,
  ) {}

  /**
   * Ask, and read the whole answer. Redirects are answers.
   *
   * @throws UserError `store_unreachable`, `store_timeout`; the signal's reason when it aborts
   */
  async ask(call: StoreCall, signal?: AbortSignal): Promise<StoreAnswer> {
    const { timeoutMs, transferMs } = this.patience
    const limit = call.body instanceof Blob ? transferMs : timeoutMs
    return this.repeated(call, signal, async () => {
      const watch = new Watch(limit, signal)
      try {
        const response = await this.fetch(call, watch.signal)
        return { status: response.status, headers: response.headers, text: await textOf(response) }
      } catch (error) {
        throw this.failure(call, error, watch, limit, signal)
      } finally {
        watch.end()
      }
    })
  }

  /**
   * Write the body of an answer of status 200 into a new file; any other answer is given back as it is, and no file
   * is left.
   *
   * @throws UserError `store_unreachable`, `store_timeout`, `store_refused`
   */
  async download(call: StoreCall, file: string, signal?: AbortSignal): Promise<StoreAnswer> {
    const { timeoutMs } = this.patience
    return this.repeated(call, signal, async () => {
      const watch = new Watch(timeoutMs, signal)
      try {
        const response = await this.fetch(call, watch.signal)
        const { status, headers, body } = response
        if (status !== 200 || !body) return { status, headers, text: await textOf(response) }
        const out = createWriteStream(file, { flags: 'wx', mode: 0o600 })
        const source = Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0])
        await pipeline(
          source,
          limited(() => watch.refresh()),
          out,
          { signal: watch.signal },
        )
        return { status, headers, text: '' }
      } catch (error) {
        await rm(file, { force: true })
        throw this.failure(call, error, watch, timeoutMs, signal)
      } finally {
        watch.end()
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
    watch: Watch,
    limit: number,
    signal?: AbortSignal,
  ): unknown {
    if (signal?.aborted) return signal.reason
    if (error instanceof UserError) return error
    const { host } = new URL(call.url)
    if (watch.late) {
      return new UserError(
        'store_timeout',
        `${this.place}: no answer from ${host} to ${call.method ?? 'GET'} within ${limit} ms.`,
        { remedy: 'Look whether the store and the network are well, then run it again.' },
      )
    }
    // fetch tells only in its cause what was wrong
    const inner = typeof error === 'object' && error !== null && 'cause' in error ? error.cause : undefined
    const cause = inner ?? error
    return new UserError(
      'store_unreachable',
      `${this.place}: ${host} cannot be reached: ${systemCode(cause) ?? messageOf(cause)}.`,
      { remedy: 'Check the address and the network, then run it again.', cause: error },
    )
  }
}

/** Aborts when nothing has happened for a while. */
class Watch {
  readonly signal: AbortSignal
  late = false
  private readonly controller = new AbortController()
  private readonly timer: NodeJS.Timeout

  constructor(ms: number, outer: AbortSignal | undefined) {
    this.signal = outer ? AbortSignal.any([this.controller.signal, outer]) : this.controller.signal
    this.timer = setTimeout(() => {
      this.late = true
      this.controller.abort()
    }, ms)
  }

  refresh(): void {
    this.timer.refresh()
  }

  end(): void {
    clearTimeout(this.timer)
  }
}

function limited(onChunk: () => void): Transform {
  let bytes = 0
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length
      onChunk()
      if (bytes <= MAX_ARCHIVE) done(null, chunk)
      else done(refused('it sends more than the 1.1 GiB that a release can have'))
    },
  })
}

async function textOf(response: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length
    if (bytes > MAX_TEXT) throw refused('its answer is larger than 16 MiB')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function refused(why: string): UserError {
  return new UserError('store_refused', `The store does not answer as it should: ${why}.`, {
    remedy: 'Check that the address is that of a store.',
  })
}

/** A URL that somebody else wrote, or `undefined` when it is none of the web. */
export function webUrl(text: string | null | undefined, base?: URL | string): URL | undefined {
  if (!text || !URL.canParse(text, base?.toString())) return undefined
  const url = new URL(text, base)
  return url.protocol === 'https:' || url.protocol === 'http:' ? url : undefined
}
