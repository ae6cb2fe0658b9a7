import { createReadStream } from 'node:fs'
import { pipeline, Transform } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { extract, type Header } from 'tar-stream'
import { messageOf, systemCode, UserError } from '../platform/errors.js'
import { sha256OfFile } from '../platform/files.js'
import { MAX_RELEASE_BYTES } from './document.js'

/** A few kilobytes can unpack to gigabytes. Headers and padding may add a tenth to the files. */
const MAX_UNPACKED_BYTES = MAX_RELEASE_BYTES * 1.1

/** One entry of an archive. */
export interface ArchiveEntry {
  header: Header
  content: AsyncIterable<Buffer>
}

/**
 * The entries of an archive, in order, as a stream. They are not verified yet.
 *
 * @throws UserError `release_missing`, `release_unreadable`
 */
export async function* archiveEntries(path: string): AsyncGenerator<ArchiveEntry> {
  const unpacked = extract()
  let failure: Error | null = null
  pipeline(
    createReadStream(path),
    createGunzip({ chunkSize: 128 * 1024 }),
    limited(MAX_UNPACKED_BYTES),
    unpacked,
    (error) => {
      failure = error ?? null
    },
  )
  try {
    for await (const entry of unpacked) {
      const content = contentOf(entry as AsyncIterable<Buffer>, (error) => unreadable(path, failure ?? error))
      yield { header: entry.header, content }
    }
  } catch (error) {
    if (error instanceof UserError) throw error
    throw unreadable(path, failure ?? error)
  }
  if (failure) throw unreadable(path, failure)
}

/** The hexadecimal SHA-256 of an archive's bytes. @throws UserError `release_missing`, `release_unreadable` */
export async function sha256OfArchive(path: string): Promise<string> {
  try {
    return await sha256OfFile(path)
  } catch (error) {
    throw unreadable(path, error)
  }
}

/** Fail before a stream fills memory or disk. */
function limited(most: number): Transform {
  let bytes = 0
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length
      if (bytes > most) done(new Error(`it unpacks to more than ${MAX_RELEASE_BYTES} bytes`))
      else done(null, chunk)
    },
  })
}

/** When an archive is truncated, the reader of the last entry gets the error. */
async function* contentOf(
  entry: AsyncIterable<Buffer>,
  problem: (error: unknown) => UserError,
): AsyncGenerator<Buffer> {
  try {
    yield* entry
  } catch (error) {
    throw problem(error)
  }
}

/** The whole content of an entry. @throws Error when it is larger than `limit` bytes */
export async function entryContent(entry: ArchiveEntry, limit: number): Promise<Buffer> {
  if ((entry.header.size ?? 0) > limit) throw new Error(`${entry.header.name} is larger than ${limit} bytes`)
  const pieces: Buffer[] = []
  for await (const piece of entry.content) pieces.push(piece)
  return Buffer.concat(pieces)
}

function unreadable(path: string, cause: unknown): UserError {
  if (systemCode(cause) === 'ENOENT') {
    return new UserError('release_missing', `The release ${path} does not exist.`, {
      remedy: 'Create one with: changeover package --version VERSION',
      cause,
    })
  }
  return new UserError('release_unreadable', `${path} is not a readable release: ${messageOf(cause)}`, {
    remedy: 'Package it again with changeover package, or download it again.',
    cause,
  })
}
