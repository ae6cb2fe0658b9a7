import { createWriteStream } from 'node:fs'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'

/** The server sent more bytes than the caller takes. */
export class BodyTooLarge extends Error {
  constructor(maxBytes: number) {
    super(`it sent more than ${maxBytes} bytes`)
    this.name = 'BodyTooLarge'
  }
}

/** The part of a response that is read here: the global `Response` and that of undici's package have it. */
interface Answer {
  body: AsyncIterable<Uint8Array> | null
}

/** Read a whole body as UTF-8. @throws BodyTooLarge */
export async function bodyText({ body }: Answer, maxBytes: number): Promise<string> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of body ?? []) {
    bytes += chunk.length
    if (bytes > maxBytes) throw new BodyTooLarge(maxBytes)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

/**
 * Write a body into a new file that only its owner can read.
 *
 * @param deadline restarted by each chunk: a transfer may take long, but must not stall
 * @throws BodyTooLarge; the system's error; the signal's reason
 */
export async function bodyToFile(
  { body }: Answer,
  file: string,
  maxBytes: number,
  deadline: Deadline,
): Promise<void> {
  let bytes = 0
  const limit = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length
      deadline.restart()
      if (bytes <= maxBytes) done(null, chunk)
      else done(new BodyTooLarge(maxBytes))
    },
  })
  const out = createWriteStream(file, { flags: 'wx', mode: 0o600 })
  await pipeline(Readable.fromWeb(body as ReadableStream), limit, out, { signal: deadline.signal })
}

/** A signal that aborts after some milliseconds, or when an outer signal does. */
export class Deadline {
  readonly signal: AbortSignal
  /** Whether the time ran out. */
  passed = false
  private readonly controller = new AbortController()
  private readonly timer: NodeJS.Timeout

  constructor(ms: number, outer: AbortSignal | undefined) {
    this.signal = outer ? AbortSignal.any([this.controller.signal, outer]) : this.controller.signal
    this.timer = setTimeout(() => {
      this.passed = true
      this.controller.abort()
    }, ms)
  }

  restart(): void {
    this.timer.refresh()
  }

  end(): void {
    clearTimeout(this.timer)
  }
}
