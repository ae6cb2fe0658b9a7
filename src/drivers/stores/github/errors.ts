import { UserError } from '../../../platform/errors.js'
import { GitHubError } from '../../../platform/github-api.js'

/** The codes that stores of every kind have. */
const CODES: Readonly<Record<string, string>> = {
  github_unreachable: 'store_unreachable',
  github_timeout: 'store_timeout',
  github_denied: 'store_denied',
  github_rate_limited: 'store_busy',
  github_refused: 'store_refused',
}

/**
 * Wait for requests to GitHub, and give their errors the codes of stores.
 *
 * @param place which store, for the message
 */
export async function asStore<T>(place: string, work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error
    if (error.status === 410) {
      throw new UserError('release_expired', `The archive has expired in ${place}. ${error.message}`, {
        remedy: 'GitHub keeps artifacts for a limited time. Package the release again from the same commit.',
        cause: error,
      })
    }
    throw new UserError(CODES[error.code] ?? 'store_refused', `Cannot use ${place}: ${error.message}`, {
      ...(error.remedy === undefined ? {} : { remedy: error.remedy }),
      cause: error,
    })
  }
}

export function malformed(place: string): UserError {
  return new UserError('store_refused', `GitHub sent an unexpected answer about ${place}.`, {
    remedy: 'Check the address of the API: a proxy may have answered instead of GitHub.',
  })
}
