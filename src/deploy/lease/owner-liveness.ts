import type { GitHubApi } from '../../platform/github-api.js'
import type { Owner } from '../ledger/state.js'
import { livenessByLease, type WatchPorts } from './lease-watch.js'
import { type Liveness, livenessOf } from './owner.js'
import { livenessOfRun } from './owner-run.js'

export interface LivenessPorts extends WatchPorts {
  /** Tells whether workflow runs still work. */
  gitHub: GitHubApi | undefined
}

/** Ask whoever knows best: this machine about its processes, GitHub about its runs, and the lease about all others. */
export function askLiveness(ports: LivenessPorts): (owner: Owner) => Promise<Liveness> {
  return async (owner) => {
    const here = await livenessOf(owner)
    if (here.state !== 'unknown') return here
    const run = await livenessOfRun(owner, ports.gitHub)
    if (run && run.state !== 'unknown') return run
    const lease = await livenessByLease(owner, ports)
    if (lease.state !== 'unknown' || !run) return lease
    return { state: 'unknown', why: `${run.why}; ${lease.why}` }
  }
}
