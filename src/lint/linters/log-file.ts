import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'

/** The most that is written of what one check prints, in bytes. */
const MAX_LOG_BYTES = 64 * 1024 * 1024

export interface LogFile {
  readonly path: string
  line(text: string): void
  /** Write the rest and close. */
  end(): Promise<void>
}

/** Keep what a check prints in a file. A file that cannot be written is said in the end, by a rejection. */
export function openLog(path: string): LogFile {
  const stream = createWriteStream(path)
  const done = finished(stream)
  done.catch(() => {}) // for `end` to tell
  let left = MAX_LOG_BYTES
  return {
    path,
    line(text) {
      if (left <= 0) return
      left -= Buffer.byteLength(text) + 1
      stream.write(left > 0 ? `${text}\n` : 'The rest is left out: it is too much.\n')
    },
    async end() {
      stream.end()
      await done
    },
  }
}
