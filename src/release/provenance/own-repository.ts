import type { Variables } from '../../manifest/values.js'
import { UserError } from '../../platform/errors.js'
import { originUrl } from '../origin.js'
import { type AttestationPolicy, checkRepository } from './policy.js'

/** A repository on a server of GitHub's kind. */
export interface HostedRepository {
  /** `owner/name` */
  repository: string
  /** Without a slash at the end. */
  server: string
}

/**
 * The repository that this work is for: what the platform says of the run, otherwise where the folder was cloned from.
 * Neither is in the hands of whoever made a release.
 */
export async function ownRepository(folder: string, env: Variables): Promise<HostedRepository | undefined> {
  const { GITHUB_REPOSITORY: repository, GITHUB_SERVER_URL: server } = env
  if (repository && server) return { repository, server: server.replace(/\/+$/, '') }
  return hostedRepository(await originUrl(folder))
}

/** The repository that an address of the web names. */
export function hostedRepository(url: string | null): HostedRepository | undefined {
  const [, server, repository] = /^(https:\/\/[^/]+)\/([^/]+\/[^/]+)$/.exec(url ?? '') ?? []
  return server && repository ? { repository, server } : undefined
}

/**
 * A policy in full: the repository, where none is named, is the one that this work is for.
 *
 * @throws UserError `repository_unknown`, `invalid_repository`
 */
export async function namedPolicy(
  named: Omit<AttestationPolicy, 'repository'> & { repository?: string | undefined },
  folder: string,
  env: Variables,
): Promise<AttestationPolicy> {
  const own = await ownRepository(folder, env)
  const repository = named.repository ?? own?.repository
  if (repository !== undefined) {
    return { server: own?.server, ...named, repository: checkRepository(repository) }
  }
  throw new UserError('repository_unknown', 'Nothing says of which repository the attestation has to be.', {
    remedy:
      'Name it: with --repository OWNER/NAME, or in changeover.yml with  require_attestation: { repository: OWNER/NAME }',
  })
}
