import { UserError } from '../platform/errors.js'
import type { ReleaseDocument } from './document.js'
import { peekRelease } from './read-document.js'

/**
 * The list of the archive that is at the place of a new one, if there is one.
 *
 * @throws UserError `version_exists` when something else is there
 */
export async function existingRelease(path: string): Promise<ReleaseDocument | undefined> {
  try {
    return await peekRelease(path)
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    if (error.code === 'release_missing') return undefined
    throw new UserError('version_exists', `${path} is there already, and is no release: ${error.message}`, {
      remedy: 'Look at what it is, then take it away or choose another output folder.',
      cause: error,
    })
  }
}

/** What the content of a release comes of. */
export interface Origin {
  name: string
  version: string
  commit: string
  dirty: boolean
  repository: string | null
  /** The digest of the release before, if one was named. */
  previous: string | undefined
  /** Whether the definitions are checked. */
  checked: boolean
}

/** Whether a release that is there was made of the same commit in the same way, so that it has the same content. */
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
    !existing.findings?.errors // whether errors are tolerated this time, too, is for the check to say
  )
}

/** @throws UserError `version_exists`: a version means the same bytes for ever */
export function refuseOtherContent(path: string, existing: ReleaseDocument, made: ReleaseDocument): void {
  if (existing.digest === made.digest) return
  throw new UserError(
    'version_exists',
    `${path} is version ${existing.version} already, with other content: it is ${existing.digest} of commit ${existing.commit.slice(0, 12)}, and this would be ${made.digest} of commit ${made.commit.slice(0, 12)}.`,
    { remedy: 'Choose another version; a version that is out is never used again.' },
  )
}
