import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { GitError, gitEnvironment } from './git.js'

/** One blob. Read all of `content` before you ask for the next blob. */
export interface StreamedBlob {
  size: number
  content: AsyncIterable<Buffer>
}

/** Milliseconds that git may be silent. Reading one object of a pack takes a few. */
const SILENCE_MS = 60_000

/**
 * The contents of blobs, in the order of `ids`, from one `git cat-file`. No more than a piece of a blob is in memory.
 *
 * @throws GitError when git fails, is silent for too long, or does not have an object
 */
export async function* streamBlobs(root: string, ids: readonly string[]): AsyncGenerator<StreamedBlob> {
  if (ids.length === 0) return
  const args = ['cat-file', '--batch', '--buffer']
  const child = spawn('git', args, {
    cwd: root,
    env: gitEnvironment(),
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  let stderr = ''
  child.stderr.on('data', (chunk: Buffer) => {
    if (stderr.length < 65_536) stderr += chunk.toString('utf8')
  })
  child.stdin.on('error', () => {}) // git ended before it read everything: its exit status says why
  const ended = once(child, 'close')
  ended.catch(() => {}) // awaited below, unless the reader stops early
  child.stdin.end(`${ids.join('\n')}\n`)
  const failed = (why: string) => new GitError(args, child.exitCode, stderr.trim() || why)
  const reader = new PieceReader(child.stdout, () => child.kill('SIGKILL'), failed)
  try {
    for (const id of ids) {
      const [, type, size] = (await reader.line()).split(' ')
      if (type !== 'blob') throw failed(`${id} is ${type ?? 'unreadable'}, expected a blob`)
      yield { size: Number(size), content: reader.take(Number(size)) }
      await reader.line() // the line feed after the content
    }
    const [code] = (await ended) as [number | null]
    if (code !== 0) throw failed(`exit status ${code}`)
  } finally {
    child.kill('SIGKILL')
  }
}

/** Reads lines, and given numbers of bytes, from a stream of chunks. */
class PieceReader {
  readonly #chunks: AsyncIterator<Buffer>
  readonly #stop: () => void
  readonly #failed: (why: string) => Error
  #rest: Buffer = Buffer.alloc(0)

  constructor(chunks: AsyncIterable<Buffer>, stop: () => void, failed: (why: string) => Error) {
    this.#chunks = chunks[Symbol.asyncIterator]()
    this.#stop = stop
    this.#failed = failed
  }

  async line(): Promise<string> {
    const parts: Buffer[] = []
    for (;;) {
      const end = this.#rest.indexOf(0x0a)
      if (end !== -1) {
        parts.push(this.#rest.subarray(0, end))
        this.#rest = this.#rest.subarray(end + 1)
        return Buffer.concat(parts).toString('latin1')
      }
      parts.push(this.#rest)
      await this.#more()
    }
  }

  async *take(size: number): AsyncGenerator<Buffer> {
    for (let missing = size; missing > 0; ) {
      if (this.#rest.length === 0) await this.#more()
      const piece = this.#rest.subarray(0, missing)
      this.#rest = this.#rest.subarray(piece.length)
      missing -= piece.length
      yield piece
    }
  }

  async #more(): Promise<void> {
    let silent = false
    const timer = setTimeout(() => {
      silent = true
      this.#stop()
    }, SILENCE_MS)
    try {
      const { done, value } = await this.#chunks.next()
      if (done) throw this.#failed(silent ? 'no answer in time' : 'it ended too early')
      this.#rest = value
    } finally {
      clearTimeout(timer)
    }
  }
}
