import type { Variables } from '../../manifest/values.js'
import { UserError } from '../../platform/errors.js'
import type { GitHubApi } from '../../platform/github-api.js'
import { parseStoreAddress } from './address.js'
import { FolderStore } from './folder.js'
import { GitHubArtifactStore } from './github/artifact.js'
import { GitHubReleaseStore } from './github/release.js'
import { ociStore } from './oci/store.js'
import type { Store } from './store.js'

/** Opens the store at an address. */
export type OpenStore = (address: string) => Promise<Store>

/**
 * Open the store at an address.
 *
 * @param gitHub for releases and artifacts on GitHub; `undefined` where no token is known
 * @throws UserError `bad_store_address`, `store_access_missing`
 */
export async function openStore(text: string, env: Variables, gitHub: GitHubApi | undefined): Promise<Store> {
  const address = parseStoreAddress(text)
  switch (address.kind) {
    case 'file':
      return new FolderStore(address.path)
    case 'github-release':
      return new GitHubReleaseStore(...gitHubAccess(address, env, gitHub))
    case 'github-artifact':
      return new GitHubArtifactStore(...gitHubAccess(address, env, gitHub))
    case 'oci':
      return ociStore(address, env)
  }
}

/** @returns the client, and `owner/name` of the repository. @throws UserError `store_access_missing` */
export function gitHubAccess(
  { kind, repository = undefined }: { kind: string; repository: string | undefined },
  env: Variables,
  gitHub: GitHubApi | undefined,
): [GitHubApi, string] {
  const named = repository ?? env.GITHUB_REPOSITORY
  if (!named) {
    throw new UserError('store_access_missing', `The store "${kind}:" names no repository.`, {
      remedy: `Write ${kind}:OWNER/NAME.`,
    })
  }
  if (gitHub?.hasToken) return [gitHub, named]
  throw new UserError('store_access_missing', `There is no token for ${named}.`, {
    remedy: 'Set GITHUB_TOKEN, or the input "token" of the action.',
  })
}
