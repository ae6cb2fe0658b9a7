import type { Color } from '../drivers/color.js'
import type { ScheduledProbe } from '../drivers/probes/ask.js'
import type { Router } from '../drivers/routers/router.js'
import type { Ports } from './ports.js'
import { releaseFolder } from './preparation.js'
import type { ReleaseName } from './result.js'
import { routerOf, Site } from './site.js'
import { type Ended, type Holding, liveHolding, type Operation, type State } from './state.js'

/** What a color (or an in-place environment) holds, for people and programs. */
export interface HeldRelease {
  release: ReleaseName
  state: Holding['state']
  since: string
}

/** The result of `status`, part of the machine contract. */
export interface StatusResult {
  schema: 'changeover/status/v1'
  /** `drifted` when what runs is not what the ledger says. */
  outcome: 'consistent' | 'drifted'
  reason: 'never_deployed' | 'no_drift' | 'drift_found'
  environment: string
  strategy: State['strategy']
  /** Where the ledger is kept, and how often it was written. */
  ledger: { place: string; serial: number }
  live: { color: Color | null; release: ReleaseName } | null
  blue: HeldRelease | null
  green: HeldRelease | null
  in_place: HeldRelease | null
  operation: Operation | null
  drift: { kind: string; message: string }[]
  /** Newest first. */
  history: Ended[]
}

/** What the ledger says, as a result without drift: that is for the caller to find. */
export function statusOf(state: State, place: string): StatusResult {
  const live = liveHolding(state)
  return {
    schema: 'changeover/status/v1',
    outcome: 'consistent',
    reason: state.serial === 0 ? 'never_deployed' : 'no_drift',
    environment: state.environment,
    strategy: state.strategy,
    ledger: { place, serial: state.serial },
    live: live && { color: state.live, release: live.release },
    blue: held(state.blue),
    green: held(state.green),
    in_place: held(state.in_place),
    operation: state.operation,
    drift: [],
    history: state.history.toReversed(),
  }
}

/** Whom to ask about drift: the router and the probes of what is live. `undefined` when nothing is live. */
export function liveSite(
  state: State,
  ports: Ports,
): { color: Color; router: Router; probes: ScheduledProbe[] } | undefined {
  const live = liveHolding(state)
  if (!live || state.live === null || live.settings.strategy !== 'blue_green') return undefined
  const release = { ...live.release, folder: releaseFolder(ports, live.release) }
  const site = new Site(
    {
      environment: state.environment,
      settings: live.settings,
      color: state.live,
      liveColor: state.live,
      release,
      operation: 'status',
    },
    ports,
  )
  return { color: state.live, router: routerOf(live.settings, ports), probes: site.probes('bake') }
}

function held(holding: Holding | null): HeldRelease | null {
  return holding && { release: holding.release, state: holding.state, since: holding.since }
}
