import type { Clock } from '../../platform/clock.js'
import { messageOf } from '../../platform/errors.js'
import type { Log } from '../../platform/log.js'
import type { Owner } from '../ledger/state.js'
import { isLeaseOf, type LeaseStore } from './lease.js'
import type { Liveness } from './owner.js'

/** How long a lease that has ended is watched, in milliseconds: longer than its owner takes between two renewals. */
const WATCH_MS = 30_000
const POLL_MS = 3_000

export interface WatchPorts {
  lease: LeaseStore
  clock: Clock
  /** Milliseconds that nobody sets; default: those of this process. */
  monotonic?: (() => number) | undefined
  log: Log
}

/**
 * What a lease says of the run that owns an operation. It is dead when its lease has ended by the time of day, and was then
 * not renewed for a while by a clock that nobody sets: a wrong time of day makes a run wait, and nobody dead.
 */
export async function livenessByLease(owner: Owner, ports: WatchPorts): Promise<Liveness> {
  const { lease: store, clock, log, monotonic = () => performance.now() } = ports
  const unknown = (why: string): Liveness => ({ state: 'unknown', why })
  try {
    const first = await store.read()
    if (!first || !isLeaseOf(first.lease, owner)) {
      return unknown(`it runs on ${owner.host} and has no lease, so that nothing is known of it`)
    }
    const { renewed_at, lease_s } = first.lease
    const age = clock.now().getTime() - Date.parse(renewed_at)
    if (age < lease_s * 1000) return { state: 'alive', why: `its lease was renewed ${ago(age)}` }
    log.info(`The lease of ${owner.name} has ended. It is watched for ${WATCH_MS / 1000} s.`)
    const since = monotonic()
    while (monotonic() - since < WATCH_MS) {
      await clock.sleep(POLL_MS)
      const next = await store.read()
      if (!next) return unknown('its lease was taken away a moment ago: it seems to have ended')
      if (next.id !== first.id) return { state: 'alive', why: 'its lease was renewed a moment ago' }
    }
    return { state: 'dead', why: `its lease was renewed ${ago(age)}, and not again` }
  } catch (error) {
    return unknown(`it runs on ${owner.host}, and its lease cannot be read: ${messageOf(error)}`)
  }
}

function ago(ms: number): string {
  if (ms < 0) return `${Math.round(-ms / 1000)} s from now, by this machine's clock`
  return ms < 180_000 ? `${Math.round(ms / 1000)} s ago` : `${Math.round(ms / 60_000)} min ago`
}
