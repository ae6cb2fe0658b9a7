import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { type Header, type Pack, pack } from 'tar-stream'
import { messageOf, systemCode, UserError } from '../platform/errors.js'
import type { StreamedBlob } from '../platform/git/stream.js'
import { FILES_FOLDER, RELEASE_DOCUMENT, type ReleaseDocument, type ReleaseFile } from './document.js'
import { gzipped } from './gzip.js'

/** Files up to this size, in bytes, are written in one piece. */
const ONE_PIECE = 256 * 1024

/**
 * Write a release as `.tar.gz`, as a stream. Header fields that could differ between machines are fixed: the time is the
 * commit's, owner and group are 0, the order is by path. An incomplete file is removed.
 *
 * @param contents the contents of the files, in the order of the document
 * @throws UserError `output_unwritable`
 */
export async function writeArchive(
  path: string,
  document: ReleaseDocument,
  contents: AsyncIterable<StreamedBlob>,
): Promise<void> {
  const temporary = `${path}.${process.pid}.tmp`
  const tar = pack()
  const filled = fill(tar, document, contents).catch((error: unknown) => {
    tar.destroy(error instanceof Error ? error : new Error(String(error)))
    throw error
  })
  try {
    const written = pipeline(tar as AsyncIterable<Buffer>, gzipped, createWriteStream(temporary))
    const [first] = (await Promise.allSettled([filled, written])).flatMap((end) =>
      end.status === 'rejected' ? [end.reason as unknown] : [],
    )
    if (first !== undefined) throw await firstCause(written, first)
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true })
    throw unwritable(path, error)
  }
}

/** A failure to write makes the source fail too: throw the error of the file system. */
async function firstCause(written: Promise<void>, first: unknown): Promise<unknown> {
  const writing = await written.then(
    () => undefined,
    (error: unknown) => error,
  )
  return writing !== undefined && systemCode(writing) !== undefined ? writing : first
}

function unwritable(path: string, error: unknown): unknown {
  if (error instanceof UserError || !/^E[A-Z]+$/.test(systemCode(error) ?? '')) return error
  return new UserError('output_unwritable', `Cannot write ${path}: ${messageOf(error)}`, {
    remedy: 'Choose another output folder.',
    cause: error,
  })
}

async function fill(
  tar: Pack,
  document: ReleaseDocument,
  contents: AsyncIterable<StreamedBlob>,
): Promise<void> {
  const fixed = { uid: 0, gid: 0, uname: '', gname: '', mtime: new Date(document.committed_at) }
  const list = Buffer.from(`${JSON.stringify(document, null, 2)}\n`)
  await addWhole(tar, { name: RELEASE_DOCUMENT, mode: 0o644, ...fixed }, list)
  let at = 0
  for await (const { size, content } of contents) {
    const file = document.files[at++]
    if (!file || size !== file.size) throw new Error('the contents do not match the document')
    const name = `${FILES_FOLDER}${file.path}`
    const checked = checkedContent(file, content)
    if (file.type === 'symlink') {
      const linkname = (await whole(checked)).toString('utf8')
      await addWhole(tar, { name, type: 'symlink', linkname, mode: 0o777, ...fixed })
    } else {
      const header = { name, mode: file.executable ? 0o755 : 0o644, ...fixed }
      if (size <= ONE_PIECE) await addWhole(tar, header, await whole(checked))
      else await addStreamed(tar, { ...header, size }, checked)
    }
  }
  if (at !== document.files.length) throw new Error('contents of files are missing')
  tar.finalize()
}

/** Pass the content on, and verify its SHA-256. */
async function* checkedContent(file: ReleaseFile, content: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const hash = createHash('sha256')
  for await (const piece of content) {
    hash.update(piece)
    yield piece
  }
  if (hash.digest('hex') !== file.sha256) throw new Error(`${file.path} changed while it was packaged`)
}

async function whole(content: AsyncIterable<Buffer>): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of content) pieces.push(piece)
  return Buffer.concat(pieces)
}

type TarHeader = Partial<Header> & Pick<Header, 'name'>

/** Resolves when the reader has room for more. */
function addWhole(tar: Pack, header: TarHeader, content: Buffer = Buffer.alloc(0)): Promise<void> {
  return new Promise((resolve, reject) => {
    tar.entry(header, content, (error) => (error ? reject(error) : resolve())).on('error', reject)
  })
}

async function addStreamed(tar: Pack, header: TarHeader, content: AsyncIterable<Buffer>): Promise<void> {
  let settle: (error: Error | null | undefined) => void = () => {}
  const entry = tar.entry(header, (error) => settle(error))
  const ended = new Promise<void>((resolve, reject) => {
    settle = (error) => (error ? reject(error) : resolve())
    entry.on('error', reject)
  })
  ended.catch(() => {}) // thrown where it is awaited
  for await (const piece of content) {
    if (entry.write(piece)) continue
    await Promise.race([new Promise<void>((resolve) => entry.once('drain', () => resolve())), ended])
  }
  entry.end(null)
  await ended
}
