import type { EnvironmentSettings } from '../manifest/manifest.generated.js'
import type { Release } from '../release/open.js'
import type { ReleaseName } from './result.js'

/** What is rolled back, and with what. */
export interface RollbackRequest {
  environment: string
  /** The version to go back to, a digest or at least its first 12 digits; default: what was live before. */
  to: string | undefined
  /** The archive of that release, needed only when its probes are commands and it is not unpacked here, or in place. */
  release: Release | undefined
  /** Works with the archive of a release from wherever it is kept; false when it is kept nowhere. */
  fetch?: (name: ReleaseName, work: (release: Release) => Promise<void>) => Promise<boolean>
  /** Throws when the release may not be deployed here again. It gets the settings of the live one. */
  admit?: (release: Release, live: EnvironmentSettings | undefined) => Promise<void>
  takeOver: boolean
}
