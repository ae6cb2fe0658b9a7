import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rename, rm, symlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { MANIFEST_FILE, parseManifest } from '../manifest/load.js'
import type { Manifest } from '../manifest/manifest.generated.js'
import { UserError } from '../platform/errors.js'
import { type ArchiveEntry, archiveEntries, entryText } from './archive.js'
import {
  digestOf,
  FILES_FOLDER,
  RELEASE_MANIFEST,
  type ReleaseFile,
  type ReleaseManifest,
} from './manifest.js'
import { isPlainPath, leavesTree } from './paths.js'
import validateRelease from './validator.generated.js'

const MAX_MANIFEST_BYTES = 64 * 1024 * 1024

/** A release whose every byte was checked. */
export interface Release {
  path: string
  manifest: ReleaseManifest
  /** The changeover.yml inside it: what was reviewed is what runs. */
  settings: Manifest
}

/**
 * Read a whole archive and check it: the list's own digest, each file's type, mode, size and SHA-256, nothing
 * missing, nothing added, nothing that leaves its folder. Writes nothing.
 *
 * @param expected the digest that the caller was promised, if any
 * @throws UserError `release_missing`, `release_unreadable`, `release_corrupt`, `digest_mismatch`
 */
export async function openRelease(path: string, expected?: string): Promise<Release> {
  const settings: Buffer[] = []
  const manifest = await readRelease(path, expected, (file) =>
    file.path === MANIFEST_FILE ? collect(settings) : discard(),
  )
  return { path, manifest, settings: parseManifest(Buffer.concat(settings), `${path}: ${MANIFEST_FILE}`) }
}

/**
 * Unpack a release's files into `folder`, checking them again on the way. The folder is replaced in one step,
 * and only when everything was right.
 *
 * @throws UserError as {@link openRelease}
 */
export async function unpackRelease(release: Release, folder: string): Promise<void> {
  const temporary = `${folder}.${process.pid}.partial`
  await rm(temporary, { recursive: true, force: true })
  await mkdir(temporary, { recursive: true, mode: 0o700 })
  const links: { path: string; target: string }[] = []
  try {
    await readRelease(
      release.path,
      release.manifest.digest,
      async (file) => {
        const target = join(temporary, file.path)
        await mkdir(dirname(target), { recursive: true })
        return createWriteStream(target, { flags: 'wx', mode: file.executable ? 0o755 : 0o644 })
      },
      (file, target) => links.push({ path: file.path, target }),
    )
    // links last: no file can be written through one
    for (const link of links) {
      await mkdir(dirname(join(temporary, link.path)), { recursive: true })
      await symlink(link.target, join(temporary, link.path))
    }
    await rm(folder, { recursive: true, force: true })
    await rename(temporary, folder)
  } catch (error) {
    await rm(temporary, { recursive: true, force: true })
    throw error
  }
}

type Sink = (file: ReleaseFile) => Writable | Promise<Writable>

async function readRelease(
  path: string,
  expected: string | undefined,
  sink: Sink,
  onLink: (file: ReleaseFile, target: string) => void = () => {},
): Promise<ReleaseManifest> {
  let manifest: ReleaseManifest | undefined
  const awaited = new Map<string, ReleaseFile>()
  for await (const entry of archiveEntries(path)) {
    if (!manifest) {
      manifest = await readManifest(path, entry, expected)
      for (const file of manifest.files) awaited.set(`${FILES_FOLDER}${file.path}`, file)
      if (!awaited.has(`${FILES_FOLDER}${MANIFEST_FILE}`)) throw corrupt(path, `it holds no ${MANIFEST_FILE}`)
      continue
    }
    const file = awaited.get(entry.header.name)
    if (!file)
      throw corrupt(
        path,
        `the entry ${JSON.stringify(entry.header.name)} is not in its list, or is there twice`,
      )
    awaited.delete(entry.header.name)
    await readFileEntry(path, entry, file, sink, onLink)
  }
  if (!manifest) throw corrupt(path, 'it is empty')
  const [missing] = awaited.keys()
  if (missing !== undefined) throw corrupt(path, `${missing} is in its list but not in it`)
  return manifest
}

async function readManifest(
  path: string,
  entry: ArchiveEntry,
  expected: string | undefined,
): Promise<ReleaseManifest> {
  if (entry.header.name !== RELEASE_MANIFEST || entry.header.type !== 'file') {
    throw corrupt(path, `its first entry is not ${RELEASE_MANIFEST}`)
  }
  let data: unknown
  try {
    data = JSON.parse(await entryText(entry, MAX_MANIFEST_BYTES))
  } catch (error) {
    throw corrupt(path, `${RELEASE_MANIFEST} is not JSON`, error)
  }
  if (!validateRelease(data)) {
    const [first] = validateRelease.errors ?? []
    throw corrupt(path, `${RELEASE_MANIFEST}${first?.instancePath ?? ''} ${first?.message ?? 'is not valid'}`)
  }
  const manifest = data as ReleaseManifest
  if (digestOf(manifest) !== manifest.digest)
    throw corrupt(path, `${RELEASE_MANIFEST} does not match its own digest`)
  if (expected !== undefined && expected !== manifest.digest) {
    throw new UserError('digest_mismatch', `${path} is ${manifest.digest}, expected ${expected}.`, {
      remedy:
        'This is not the release that was tested and approved. Take the right archive, or package and test this one.',
    })
  }
  for (const file of manifest.files) {
    if (!isPlainPath(file.path))
      throw corrupt(path, `the path ${JSON.stringify(file.path)} leaves its folder`)
  }
  return manifest
}

async function readFileEntry(
  path: string,
  entry: ArchiveEntry,
  file: ReleaseFile,
  sink: Sink,
  onLink: (file: ReleaseFile, target: string) => void,
): Promise<void> {
  const { header } = entry
  if (header.type !== file.type)
    throw corrupt(path, `${file.path} is a ${header.type}, its list says ${file.type}`)
  const hash = createHash('sha256')
  let size = 0
  if (file.type === 'symlink') {
    const target = header.linkname ?? ''
    if (leavesTree(file.path, target)) throw corrupt(path, `the link ${file.path} leaves its folder`)
    hash.update(target)
    size = Buffer.byteLength(target)
    for await (const _chunk of entry.content); // a link has no content; reading it lets the stream go on
    onLink(file, target)
  } else {
    if ((((header.mode ?? 0) & 0o111) !== 0) !== file.executable)
      throw corrupt(path, `the mode of ${file.path} was changed`)
    await pipeline(
      entry.content,
      async function* (chunks: AsyncIterable<Buffer>) {
        for await (const chunk of chunks) {
          hash.update(chunk)
          size += chunk.length
          yield chunk
        }
      },
      await sink(file),
    )
  }
  if (size !== file.size || hash.digest('hex') !== file.sha256)
    throw corrupt(path, `${file.path} does not match its SHA-256`)
}

function collect(into: Buffer[]): Writable {
  return new Writable({
    write(chunk, _encoding, done) {
      into.push(chunk)
      done()
    },
  })
}

function discard(): Writable {
  return new Writable({ write: (_chunk, _encoding, done) => done() })
}

function corrupt(path: string, why: string, cause?: unknown): UserError {
  return new UserError('release_corrupt', `${path} is damaged or was changed: ${why}.`, {
    remedy: 'Do not use it. Download it again, or make it again from the same commit.',
    cause,
  })
}
