import type { Variables } from '../../manifest/values.js'
import { originUrl } from '../origin.js'

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
