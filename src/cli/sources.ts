import type { ReleaseSources } from '../release/locate.js'

/** Where a command looks for releases: the store that is named, otherwise that of the folder's changeover.yml. */
export function releaseSources(folder: string, store: string | undefined): ReleaseSources {
  return {
    folder,
    store,
    openStore: async (address) =>
      (await import('../drivers/stores/create.js')).openStore(address, process.env),
  }
}
