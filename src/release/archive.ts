import { createReadStream } from 'node:fs'
import { rename, rm, writeFile } from 'node:fs/promises'
import { pipeline } from 'node:stream'
import { text } from 'node:stream/consumers'
import { promisify } from 'node:util'
import { createGunzip, gzip } from 'node:zlib'
import { extract, type Header, pack } from 'tar-stream'
import { messageOf, UserError } from '../platform/errors.js'
import { type GitFile, MAX_RELEASE_BYTES } from './git-files.js'
import { FILES_FOLDER, RELEASE_MANIFEST, type ReleaseManifest } from './manifest.js'

/**
 * Write a release as `.tar.gz`. Every header field that could tell one machine from another is fixed: the time
 * is the commit's, owner and group are 0, the order is by path.
 */
export async function writeArchive(
  path: string,
  manifest: ReleaseManifest,
  files: readonly GitFile[],
): Promise<void> {
  const tar = pack()
  const mtime = new Date(manifest.committed_at)
  const add = (header: Pick<Header, 'name' | 'mode'> & Partial<Header>, content: Buffer = Buffer.alloc(0)) =>
    tar.entry({ uid: 0, gid: 0, uname: '', gname: '', mtime, ...header }, content)
  add({ name: RELEASE_MANIFEST, mode: 0o644 }, Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`))
  for (const file of files) {
    const name = `${FILES_FOLDER}${file.path}`
    if (file.type === 'symlink') {
      add({ name, type: 'symlink', linkname: file.content.toString('utf8'), mode: 0o777 })
    } else add({ name, mode: file.executable ? 0o755 : 0o644 }, file.content)
  }
  tar.finalize()
  const chunks: Buffer[] = []
  for await (const chunk of tar as AsyncIterable<Buffer>) chunks.push(chunk)
  const compressed = await promisify(gzip)(Buffer.concat(chunks), { level: 9 })
  compressed[9] = 255 // the field that names the operating system: unknown
  const temporary = `${path}.${process.pid}.tmp`
  try {
    await writeFile(temporary, compressed)
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true })
    throw new UserError('output_unwritable', `Cannot write ${path}: ${messageOf(error)}`, {
      remedy: 'Choose another output folder.',
      cause: error,
    })
  }
}

/** One entry of an archive, as it is read. */
export interface ArchiveEntry {
  header: Header
  content: AsyncIterable<Buffer>
}

/**
 * The entries of an archive in their order, streamed. What they say is not to be trusted yet.
 *
 * @throws UserError `release_missing`, `release_unreadable`, `release_too_large`
 */
export async function* archiveEntries(path: string): AsyncGenerator<ArchiveEntry> {
  const unpacked = extract()
  const gunzip = createGunzip()
  let bytes = 0
  gunzip.on('data', (chunk: Buffer) => {
    bytes += chunk.length
    // a few kilobytes can unpack to gigabytes: stop before they fill memory or disk
    if (bytes > MAX_RELEASE_BYTES * 1.1) gunzip.destroy(new Error('it unpacks to more than 1 GiB'))
  })
  let failure: Error | null = null
  pipeline(createReadStream(path), gunzip, unpacked, (error) => {
    failure = error ?? null
  })
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

/** An archive that ends too early is noticed by who reads the entry that it ends in. */
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

/** The whole text of an entry, at most `limit` bytes. */
export async function entryText(entry: ArchiveEntry, limit: number): Promise<string> {
  if ((entry.header.size ?? 0) > limit) throw new Error(`${entry.header.name} is larger than ${limit} bytes`)
  return text(entry.content)
}

function unreadable(path: string, cause: unknown): UserError {
  const missing = typeof cause === 'object' && cause !== null && 'code' in cause && cause.code === 'ENOENT'
  if (missing) {
    return new UserError('release_missing', `There is no release ${path}.`, {
      remedy: 'Make one with: changeover package --version VERSION',
      cause,
    })
  }
  return new UserError('release_unreadable', `${path} is not a readable release: ${messageOf(cause)}`, {
    remedy: 'Make it again with changeover package, or download it again.',
    cause,
  })
}
