import type { Store } from '../drivers/stores/store.js'
import type { PackageResult } from './result.js'

/** Put a release that was made into a store. @returns the result, with where it is kept */
export async function keepRelease(
  result: PackageResult,
  store: Store,
  signal?: AbortSignal,
): Promise<PackageResult> {
  const { name, version, digest, commit, path } = result
  const { id, url } = await store.put(path, { name, version, digest, commit }, signal)
  return { ...result, stored: { place: store.place, id, url } }
}
