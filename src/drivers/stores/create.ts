import type { Variables } from '../../manifest/values.js'
import { UserError } from '../../platform/errors.js'
import { parseStoreAddress } from './address.js'
import type { GitHubAccess } from './github/api.js'
import type { Store } from './store.js'

/** Makes the store of an address. */
export type OpenStore = (address: string) => Promise<Store>

/**
 * The store of an address; its client is loaded only now.
 *
 * @throws UserError `bad_store_address`, `store_access_missing`
 */
export async function openStore(text: string, env: Variables): Promise<Store> {
  const address = parseStoreAddress(text)
  switch (address.kind) {
    case 'file':
      return new (await import('./folder.js')).FolderStore(address.path)
    case 'github-release':
      return new (await import('./github/release.js')).GitHubReleaseStore(gitHubAccess(address, env))
    case 'github-artifact':
      return new (await import('./github/artifact.js')).GitHubArtifactStore(gitHubAccess(address, env))
    case 'oci':
      return (await import('./oci/store.js')).ociStore(address, env)
  }
}

/** @throws UserError `store_access_missing` */
export function gitHubAccess(
  { kind, repository = undefined }: { kind: string; repository: string | undefined },
  env: Variables,
): GitHubAccess {
  const named = repository ?? env.GITHUB_REPOSITORY
  const token = env.GITHUB_TOKEN || env.GH_TOKEN
  if (!named) {
    throw new UserError('store_access_missing', `"${kind}:" does not say which repository.`, {
      remedy: `Write ${kind}:OWNER/NAME.`,
    })
  }
  if (!token) {
    throw new UserError('store_access_missing', `There is no token to read ${named} with.`, {
      remedy: 'Set GITHUB_TOKEN, or the input "token" of the action.',
    })
  }
  return { repository: named, token, apiUrl: env.GITHUB_API_URL }
}
