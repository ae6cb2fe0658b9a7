import { UserError } from '../../platform/errors.js'
import { type GitHubApi, GitHubError, isObject } from '../../platform/github-api.js'

/**
 * The bundles that GitHub keeps for a file of a repository, by the file's SHA-256. They are not verified yet.
 *
 * @param repository `owner/name`
 * @param sha256 hexadecimal
 * @throws UserError `attestation_unavailable` when GitHub gives no answer
 */
export async function fetchBundles(
  gitHub: GitHubApi,
  repository: string,
  sha256: string,
): Promise<unknown[]> {
  const route = `GET /repos/${repository}/attestations/sha256:${sha256}`
  const parameters = { per_page: 30 }
  try {
    const request = { permission: 'attestations: read', parameters, allowMissing: true } as const
    return bundlesIn(await gitHub.request(route, request))
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error
    throw new UserError('attestation_unavailable', `Cannot look for attestations: ${error.message}`, {
      remedy: 'Give the job the permission "attestations: read", or put the bundle beside the archive.',
      cause: error,
    })
  }
}

function bundlesIn(data: unknown): unknown[] {
  const list = isObject(data) && Array.isArray(data.attestations) ? data.attestations : []
  return list.flatMap((item: unknown) => (isObject(item) && item.bundle ? [item.bundle] : []))
}
