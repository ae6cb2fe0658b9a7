import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Manifest } from '../../generated/manifest.js'
import { MANIFEST_FILE, parseManifest } from '../manifest/load.js'
import { messageOf, systemCode, UserError } from '../platform/errors.js'
import { type ArchiveEntry, archiveEntries, entryContent } from './archive.js'
import { FILES_FOLDER, type ReleaseDocument, type ReleaseFile } from './document.js'
import { escapingLink } from './paths.js'
import { corrupt, readDocument } from './read-document.js'

/** A verified release. */
export interface Release {
  path: string
  document: ReleaseDocument
  /** The changeover.yml in the release: what was reviewed is what runs. */
  settings: Manifest
}

/**
 * Read and verify a whole archive: the digest of its document, the type, mode, size and SHA-256 of each file, no missing
 * or additional files, no path that leaves the folder. Writes nothing.
 *
 * @param expected the digest that the release must have, if any
 * @throws UserError `release_missing`, `release_unreadable`, `release_corrupt`, `digest_mismatch`
 */
export async function openRelease(path: string, expected?: string): Promise<Release> {
  const settings: Buffer[] = []
  const { document } = await readRelease(path, expected, async (file, content) => {
    for await (const piece of content) if (file.path === MANIFEST_FILE) settings.push(piece)
  })
  return { path, document, settings: parseManifest(Buffer.concat(settings), `${path}: ${MANIFEST_FILE}`) }
}

/**
 * Unpack the files of a release into `folder`, and verify them again. The folder is replaced in one step, and only if all
 * files are valid.
 *
 * @throws UserError as {@link openRelease}, and `output_unwritable`
 */
export async function unpackRelease(release: Release, folder: string): Promise<void> {
  const temporary = `${folder}.${process.pid}.partial`
  try {
    await rm(temporary, { recursive: true, force: true })
    await mkdir(temporary, { recursive: true, mode: 0o700 })
    const { links } = await readRelease(release.path, release.document.digest, (file, content) =>
      writeContent(join(temporary, file.path), file, content),
    )
    // links come last, so that no file is written through one
    for (const [path, target] of links) {
      await mkdir(dirname(join(temporary, path)), { recursive: true })
      await symlink(target, join(temporary, path))
    }
    await rm(folder, { recursive: true, force: true })
    await rename(temporary, folder)
  } catch (error) {
    await rm(temporary, { recursive: true, force: true }).catch(() => {}) // the first error is thrown
    throw unwritable(folder, error)
  }
}

/** Files up to this size are written in one piece. */
const ONE_PIECE = 256 * 1024

async function writeContent(
  target: string,
  { size, executable }: ReleaseFile,
  content: AsyncIterable<Buffer>,
): Promise<void> {
  await mkdir(dirname(target), { recursive: true })
  const mode = executable ? 0o755 : 0o644
  if (size > ONE_PIECE) {
    await pipeline(content, createWriteStream(target, { flags: 'wx', mode }))
    return
  }
  const pieces: Buffer[] = []
  for await (const piece of content) pieces.push(piece)
  await writeFile(target, Buffer.concat(pieces), { flag: 'wx', mode })
}

/** Consumes the content of a file. */
type Take = (file: ReleaseFile, content: AsyncIterable<Buffer>) => Promise<void>

/** The document of an archive, and the targets of its links. */
interface Contents {
  document: ReleaseDocument
  links: Map<string, string>
}

async function readRelease(path: string, expected: string | undefined, take: Take): Promise<Contents> {
  let document: ReleaseDocument | undefined
  const awaited = new Map<string, ReleaseFile>()
  const links = new Map<string, string>()
  for await (const entry of archiveEntries(path)) {
    if (!document) {
      document = await readDocument(path, entry, expected)
      for (const file of document.files) awaited.set(`${FILES_FOLDER}${file.path}`, file)
      continue
    }
    const file = awaited.get(entry.header.name)
    if (!file)
      throw corrupt(
        path,
        `the entry ${JSON.stringify(entry.header.name)} is not in its list, or occurs twice`,
      )
    awaited.delete(entry.header.name)
    const target = await readEntry(path, entry, file, take)
    if (target !== undefined) links.set(file.path, target)
  }
  if (!document) throw corrupt(path, 'it is empty')
  const [missing] = awaited.keys()
  if (missing !== undefined) throw corrupt(path, `${missing} is in its list but not in the archive`)
  const escaping = escapingLink(links)
  if (escaping !== undefined) throw corrupt(path, `the link ${escaping} leaves its folder`)
  return { document, links }
}

/** @returns the target, if the entry is a link */
async function readEntry(
  path: string,
  entry: ArchiveEntry,
  file: ReleaseFile,
  take: Take,
): Promise<string | undefined> {
  const { header } = entry
  if (header.type !== file.type)
    throw corrupt(path, `${file.path} is a ${header.type}, its list says ${file.type}`)
  const hash = createHash('sha256')
  if (file.type === 'symlink') {
    const target = header.linkname ?? ''
    if (header.size !== 0) throw corrupt(path, `the link ${file.path} has content`)
    await entryContent(entry, 0) // read it, so that the stream continues
    hash.update(target)
    if (hash.digest('hex') !== file.sha256) throw mismatch(path, file)
    return target
  }
  if ((((header.mode ?? 0) & 0o111) !== 0) !== file.executable)
    throw corrupt(path, `the mode of ${file.path} was changed`)
  if (header.size !== file.size) throw mismatch(path, file) // before anything is written
  const checked = async function* (pieces: AsyncIterable<Buffer>) {
    for await (const piece of pieces) {
      hash.update(piece)
      yield piece
    }
  }
  await take(file, checked(entry.content))
  if (hash.digest('hex') !== file.sha256) throw mismatch(path, file)
  return undefined
}

function mismatch(path: string, file: ReleaseFile): UserError {
  return corrupt(path, `${file.path} does not match its SHA-256`)
}

/** Map an error of the file system to a UserError `output_unwritable`. Other errors are returned unchanged. */
export function unwritable(folder: string, error: unknown): unknown {
  if (error instanceof UserError || !/^E[A-Z]+$/.test(systemCode(error) ?? '')) return error
  return new UserError('output_unwritable', `Cannot unpack into ${folder}: ${messageOf(error)}`, {
    remedy: 'Check the free space and the permissions of the folder.',
    cause: error,
  })
}
