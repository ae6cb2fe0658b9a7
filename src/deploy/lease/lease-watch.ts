import type { Clock } from '../../platform/clock.js'
import { messageOf } from '../../platform/errors.js'
import type { Log } from '../../platform/log.js'
import type { Owner } from '../ledger/state.js'
import { isLeaseOf, type LeaseStore } from './lease.js'
import type { Liveness } from './owner.js'

/** How long an expired lease is watched, in milliseconds: longer than the time between two renewals. */
const WATCH_MS = 30_000
const POLL_MS = 3_000

export interface WatchPorts {
  lease: LeaseStore
  clock: Clock
  /** Milliseconds of a clock that cannot be set; default: that of this process. */
  monotonic?: (() => number) | undefined
  log: Log
}

/**
 * Tell by its lease whether the run that owns an operation is alive. It is dead when its lease has expired by the time of day,
 * and is then not renewed for a while by a clock that cannot be set. So a wrong time of day makes a run wait, and takes no run
 * for dead.
 */
export async function livenessByLease(owner: Owner, ports: WatchPorts): Promise<Liveness> {
  const { lease: store, clock, log, monotonic = () => performance.now() } = ports
  const unknown = (why: string): Liveness => ({ state: 'unknown', why })
  try {
    const first = await store.read()
    if (!first || !isLeaseOf(first.lease, owner)) {
      return unknown(`it runs on ${owner.host} and has no lease, so its state is unknown`)
    }
    const { renewed_at, lease_s } = first.lease
    const age = clock.now().getTime() - Date.parse(renewed_at)
    if (age < lease_s * 1000) return { state: 'alive', why: `its lease was renewed ${ago(age)}` }
    log.info(
      `The lease of ${owner.name} has expired. Watching for ${WATCH_MS / 1000} s whether it is renewed.`,
    )
    const since = monotonic()
    while (monotonic() - since < WATCH_MS) {
      await clock.sleep(POLL_MS)
      const next = await store.read()
      if (!next) return unknown('its lease was removed a moment ago, so it seems to have ended')
      if (next.id !== first.id) return { state: 'alive', why: 'its lease was renewed a moment ago' }
    }
    return { state: 'dead', why: `its lease was last renewed ${ago(age)}` }
  } catch (error) {
    return unknown(`it runs on ${owner.host}, and its lease cannot be read: ${messageOf(error)}`)
  }
}

function ago(ms: number): string {
  if (ms < 0) return `${Math.round(-ms / 1000)} s from now, by this machine's clock`
  return ms < 180_000 ? `${Math.round(ms / 1000)} s ago` : `${Math.round(ms / 60_000)} min ago`
}
