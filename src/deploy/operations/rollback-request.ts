import type { EnvironmentSettings } from '../../../generated/manifest.js'
import type { Release } from '../../release/open.js'
import type { ArchiveSource } from './release-archive.js'

/**
 * What is rolled back, and with what. An archive of the release to go back to is needed only in place, and when its probes are
 * commands and it is not unpacked here.
 */
export interface RollbackRequest extends ArchiveSource {
  environment: string
  /** The version to go back to, a digest or at least its first 12 digits; default: what was live before. */
  to: string | undefined
  /** Throws when the release may not be deployed here again. It gets the settings of the live one. */
  admit?: (release: Release, live: EnvironmentSettings | undefined) => Promise<void>
  takeOver: boolean
}
