import validateRelease from '../../generated/release-validator.js'
import { MANIFEST_FILE } from '../manifest/load.js'
import { UserError } from '../platform/errors.js'
import { type ArchiveEntry, archiveEntries, entryContent } from './archive.js'
import { digestOf, MAX_RELEASE_BYTES, RELEASE_DOCUMENT, type ReleaseDocument } from './document.js'
import { collision, isPlainPath } from './paths.js'

const MAX_MANIFEST_BYTES = 64 * 1024 * 1024

/**
 * The document of an archive. It is verified, but the files are not: `openRelease` does that.
 *
 * @throws UserError `release_missing`, `release_unreadable`, `release_corrupt`
 */
export async function peekRelease(path: string): Promise<ReleaseDocument> {
  for await (const entry of archiveEntries(path)) return await readDocument(path, entry)
  throw corrupt(path, 'it is empty')
}

/**
 * Read the first entry of an archive, the document.
 *
 * @throws UserError `release_corrupt`, `digest_mismatch`
 */
export async function readDocument(
  path: string,
  entry: ArchiveEntry,
  expected?: string,
): Promise<ReleaseDocument> {
  if (entry.header.name !== RELEASE_DOCUMENT || entry.header.type !== 'file') {
    throw corrupt(path, `its first entry is not ${RELEASE_DOCUMENT}`)
  }
  const document = await parsed(path, entry)
  if (digestOf(document) !== document.digest)
    throw corrupt(path, `${RELEASE_DOCUMENT} does not match its own digest`)
  if (expected !== undefined && expected !== document.digest) {
    throw new UserError('digest_mismatch', `${path} is ${document.digest}, expected ${expected}.`, {
      remedy:
        'This is not the release that was tested and approved. Use the right archive, or test this one.',
    })
  }
  checkList(path, document)
  return document
}

async function parsed(path: string, entry: ArchiveEntry): Promise<ReleaseDocument> {
  let data: unknown
  try {
    const content = await entryContent(entry, MAX_MANIFEST_BYTES)
    data = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(content))
  } catch (error) {
    throw corrupt(path, `${RELEASE_DOCUMENT} is not JSON`, error)
  }
  if (validateRelease(data)) return data as ReleaseDocument
  const [first] = validateRelease.errors ?? []
  throw corrupt(path, `${RELEASE_DOCUMENT}${first?.instancePath ?? ''} ${first?.message ?? 'is not valid'}`)
}

/** Check the paths and sizes of a document before they are used. */
function checkList(path: string, { files }: ReleaseDocument): void {
  const names = files.map((file) => file.path)
  const odd = names.find((name) => !isPlainPath(name))
  if (odd !== undefined) throw corrupt(path, `the path ${JSON.stringify(odd)} leaves its folder`)
  const collided = collision(names)
  if (collided) {
    const { one, other } = collided
    throw corrupt(
      path,
      `${JSON.stringify(one)} and ${JSON.stringify(other)} in its list are the same file on some systems`,
    )
  }
  if (files.reduce((sum, { size }) => sum + size, 0) > MAX_RELEASE_BYTES)
    throw corrupt(path, `its files have more than ${MAX_RELEASE_BYTES} bytes`)
  if (!names.includes(MANIFEST_FILE)) throw corrupt(path, `it has no ${MANIFEST_FILE}`)
}

export function corrupt(path: string, why: string, cause?: unknown): UserError {
  return new UserError('release_corrupt', `${path} is damaged or was changed: ${why}.`, {
    remedy: 'Do not use it. Download it again, or package it again from the same commit.',
    cause,
  })
}
