import type { Variables } from '../../manifest/values.js'
import { UserError } from '../../platform/errors.js'
import { originUrl } from '../origin.js'
import { type AttestationPolicy, checkRepository } from './policy.js'

/** A repository on github.com or a GitHub Enterprise server. */
export interface HostedRepository {
  /** `owner/name` */
  repository: string
  /** The address of the server, without a slash at the end. */
  server: string
}

/**
 * The repository of this run: the one that the platform names, otherwise the one that the folder was cloned from. A
 * release cannot change either of them.
 */
export async function ownRepository(folder: string, env: Variables): Promise<HostedRepository | undefined> {
  const { GITHUB_REPOSITORY: repository, GITHUB_SERVER_URL: server } = env
  if (repository && server) return { repository, server: server.replace(/\/+$/, '') }
  return hostedRepository(await originUrl(folder))
}

/** The repository at an address of the web. */
export function hostedRepository(url: string | null): HostedRepository | undefined {
  const [, server, repository] = /^(https:\/\/[^/]+)\/([^/]+\/[^/]+)$/.exec(url ?? '') ?? []
  return server && repository ? { repository, server } : undefined
}

/**
 * Complete a policy: the default repository is that of this run.
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
  throw new UserError(
    'repository_unknown',
    'The repository that must have attested the release is unknown.',
    {
      remedy:
        'Name it with --repository OWNER/NAME, or in changeover.yml with require_attestation: { repository: OWNER/NAME }',
    },
  )
}
