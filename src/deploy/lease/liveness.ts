import { messageOf, UserError } from '../../platform/errors.js'
import { type GitHubApi, isObject } from '../../platform/github-api.js'
import type { Owner } from '../ledger/state.js'
import { livenessByLease, type WatchPorts } from './lease-watch.js'
import { type Liveness, livenessOf } from './owner.js'

/** Milliseconds for the one request: what GitHub does not tell in time, the lease does. */
const ASK_MS = 10_000

export interface LivenessPorts extends WatchPorts {
  /** Tells whether workflow runs are alive. */
  gitHub: GitHubApi | undefined
}

/** Ask the best source: this machine about its processes, GitHub about its workflow runs, and the lease about all others. */
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

/**
 * Ask GitHub whether the workflow run that owns an operation still works.
 *
 * The token goes to the API of this process alone. The address in the ledger only has to be the same: anyone who can
 * write to the ledger could name another one.
 *
 * @returns `undefined` when the owner is not a workflow run, or one of another GitHub
 */
export async function livenessOfRun(
  { run }: Owner,
  gitHub: GitHubApi | undefined,
): Promise<Liveness | undefined> {
  if (!run || !gitHub?.hasToken || run.api_url.replace(/\/+$/, '') !== gitHub.url) return undefined
  const { repository, id, attempt } = run
  const unknown = (why: string): Liveness => ({ state: 'unknown', why })
  if (!/^[\w.-]+\/[\w.-]+$/.test(repository)) return unknown('its run has no valid name')
  let answer: unknown
  try {
    const route = `GET /repos/${repository}/actions/runs/${id}/attempts/${attempt}`
    answer = await gitHub.request(route, { permission: 'actions: read', onceWithinMs: ASK_MS })
  } catch (error) {
    const remedy = error instanceof UserError && error.remedy ? ` ${error.remedy}` : ''
    return unknown(`${messageOf(error)}${remedy}`.replace(/\.$/, ''))
  }
  const status = isObject(answer) ? answer.status : undefined
  if (typeof status !== 'string' || !/^\w{1,40}$/.test(status)) {
    return unknown('GitHub sent an answer about its run that cannot be understood')
  }
  return { state: status === 'completed' ? 'dead' : 'alive', why: `its workflow run is "${status}"` }
}
