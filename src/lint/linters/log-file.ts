import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'

/** How much of the output of one linter is kept, in bytes. */
const MAX_LOG_BYTES = 64 * 1024 * 1024

export interface LogFile {
  readonly path: string
  line(text: string): void
  /** Write the rest and close. */
  end(): Promise<void>
}

/** Write the output of a linter to a file. If the file cannot be written, `end` rejects. */
export function openLog(path: string): LogFile {
  const stream = createWriteStream(path)
  const done = finished(stream)
  done.catch(() => {}) // `end` reports it
  let left = MAX_LOG_BYTES
  return {
    path,
    line(text) {
      if (left <= 0) return
      left -= Buffer.byteLength(text) + 1
      stream.write(left > 0 ? `${text}\n` : 'The rest of the output is left out: the log is too large.\n')
    },
    async end() {
      stream.end()
      await done
    },
  }
}
