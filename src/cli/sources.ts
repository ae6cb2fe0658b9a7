import { openStore } from '../drivers/stores/create.js'
import { gitHubOf } from '../github/client.js'
import type { ReleaseSources } from '../release/locate.js'

/** Where a command looks for releases: the store that is named, otherwise that of the folder's changeover.yml. */
export function releaseSources(folder: string, store: string | undefined): ReleaseSources {
  return {
    folder,
    store,
    openStore: (address) => openStore(address, process.env, gitHubOf(process.env)),
  }
}
