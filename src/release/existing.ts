import { UserError } from '../platform/errors.js'
import type { ReleaseDocument } from './document.js'
import { peekRelease } from './read-document.js'

/**
 * The document of an existing archive at the path of a new one.
 *
 * @throws UserError `version_exists` when the file there is not a release
 */
export async function existingRelease(path: string): Promise<ReleaseDocument | undefined> {
  try {
    return await peekRelease(path)
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    if (error.code === 'release_missing') return undefined
    throw new UserError('version_exists', `${path} exists and is not a release: ${error.message}`, {
      remedy: 'Remove the file, or choose another output folder.',
      cause: error,
    })
  }
}

/** The inputs that determine the content of a release. */
export interface Origin {
  name: string
  version: string
  commit: string
  dirty: boolean
  repository: string | null
  /** The digest of the previous release, if one was given. */
  previous: string | undefined
  /** Whether the definitions are checked. */
  checked: boolean
}

/** Whether an existing release was made of the same inputs, so that it has the same content. */
export function isOfOrigin(existing: ReleaseDocument, origin: Origin): boolean {
  return (
    !origin.dirty &&
    existing.dirty !== true &&
    existing.name === origin.name &&
    existing.version === origin.version &&
    existing.commit === origin.commit &&
    existing.repository === origin.repository &&
    existing.previous?.digest === origin.previous &&
    (existing.findings !== null) === origin.checked &&
    !existing.findings?.errors // run the check again: this time errors may not be tolerated
  )
}

/** @throws UserError `version_exists` when a version would get other content */
export function refuseOtherContent(path: string, existing: ReleaseDocument, made: ReleaseDocument): void {
  if (existing.digest === made.digest) return
  throw new UserError(
    'version_exists',
    `${path} already contains version ${existing.version} with other content: ${existing.digest} of commit ${existing.commit.slice(0, 12)}. The new release is ${made.digest} of commit ${made.commit.slice(0, 12)}.`,
    { remedy: 'Choose another version: a version is never used for another release.' },
  )
}
