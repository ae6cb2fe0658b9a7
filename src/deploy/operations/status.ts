import { type Color, otherColor } from '../../drivers/color.js'
import type { ScheduledProbe } from '../../drivers/probes/ask.js'
import type { NodeState, Router, RouterState } from '../../drivers/routers/router.js'
import { routerOf, Target } from '../../drivers/target.js'
import {
  type Ended,
  liveSlot,
  type OperationRecord,
  type Phase,
  type ReleaseId,
  type Slot,
  type State,
} from '../ledger/state.js'
import { type Ports, releaseFolder } from '../phases/operation.js'
import { furthest } from '../phases/phases.js'
import { windowEnd } from './rollback-target.js'

/** What a slot holds. */
export interface HeldRelease {
  release: ReleaseId
  state: Slot['state']
  since: string
}

/** An operation that has not ended, and how to continue. */
export interface Unfinished {
  phase: Phase
  /** ISO 8601: when that phase began. */
  since: string
  /** The workflow run or the user; `null` while the operation waits for a run that continues it. */
  owner: string | null
  /** Whether its run is alive; `null` without an owner. */
  run: 'alive' | 'dead' | 'unknown' | null
  /** The evidence. */
  why: string | null
  remedy: string
}

/** The result of `status`, part of the machine contract. */
export interface StatusResult {
  schema: 'changeover/status/v1'
  /** `drifted` when the running cloud differs from the ledger. */
  outcome: 'consistent' | 'drifted'
  reason: 'never_deployed' | 'no_drift' | 'drift_found'
  environment: string
  strategy: State['strategy']
  /** Where the ledger is kept, and how often it was written. */
  ledger: { place: string; serial: number }
  live: { color: Color | null; release: ReleaseId } | null
  blue: HeldRelease | null
  green: HeldRelease | null
  in_place: HeldRelease | null
  operation: OperationRecord | null
  unfinished: Unfinished | null
  /** What traffic can be shifted back to, and until when (ISO 8601); `null` when there is no way back. */
  rollback: { to: string; until: string } | null
  /** Where the router sends traffic now; `null` when it was not asked. `current` is `null` when a node does not tell. */
  router: { current: RouterState | null; nodes: NodeState[] } | null
  drift: { kind: string; message: string }[]
  /** Newest first. */
  history: Ended[]
}

/** What the ledger says. The caller adds the router and the drift. */
export async function statusOf(
  state: State,
  place: string,
  { clock, liveness }: Pick<Ports, 'liveness' | 'clock'>,
): Promise<StatusResult> {
  const live = liveSlot(state)
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
    unfinished: state.operation && (await unfinishedOf(state.environment, state.operation, liveness)),
    rollback: wayBack(state, clock.now()),
    router: null,
    drift: [],
    history: state.history.toReversed(),
  }
}

/** The router of the environment, also while nothing is live; `undefined` when the ledger has no settings of one. */
export function knownRouter(state: State, ports: Ports): Router | undefined {
  const to = state.operation?.to_color
  const slots = [liveSlot(state), to ? state[to] : null, state.blue, state.green]
  const settings = slots.map((slot) => slot?.settings).find((each) => each?.strategy === 'blue_green')
  return settings?.strategy === 'blue_green' ? routerOf(settings, ports) : undefined
}

/** What all nodes report together. */
export function routerTruth(nodes: NodeState[]): NonNullable<StatusResult['router']> {
  const colors = new Set(nodes.map(({ current }) => current))
  const [first = null, second] = colors
  return { current: colors.has(null) ? null : second === undefined ? first : 'split', nodes }
}

/** The probes of the live color; `undefined` when nothing is live. */
export function liveProbes(
  state: State,
  ports: Ports,
): { color: Color; probes: ScheduledProbe[] } | undefined {
  const live = liveSlot(state)
  if (!live || state.live === null || live.settings.strategy !== 'blue_green') return undefined
  const release = { ...live.release, folder: releaseFolder(ports, live.release) }
  const { environment, live: color } = state
  const options = { environment, settings: live.settings, color, liveColor: color, release }
  const target = new Target({ ...options, operation: 'status' }, ports)
  return { color, probes: target.probes('bake') }
}

function held(slot: Slot | null): HeldRelease | null {
  return slot && { release: slot.release, state: slot.state, since: slot.since }
}

/** What a rollback would go back to. */
function wayBack(state: State, now: Date): StatusResult['rollback'] {
  const live = liveSlot(state)
  const old = state.live && state[otherColor(state.live)]
  if (!live || old?.state !== 'standby') return null
  const until = windowEnd(live, old)
  return now > until ? null : { to: old.release.version, until: until.toISOString() }
}

async function unfinishedOf(
  environment: string,
  operation: OperationRecord,
  liveness: Ports['liveness'],
): Promise<Unfinished> {
  const { owner, phases, started_at } = operation
  const last = phases.at(-1)
  const { state: run, why } = owner ? await liveness(owner) : { state: null, why: null }
  return {
    phase: last?.phase ?? 'claim',
    since: last?.started_at ?? started_at,
    owner: owner?.name ?? null,
    run,
    why,
    remedy: remedyOf(environment, operation, run),
  }
}

function remedyOf(environment: string, operation: OperationRecord, run: Unfinished['run']): string {
  const { kind, release, phases } = operation
  const isFinal = !furthest(phases).way_back
  const until = isFinal ? ' --until finalized' : ''
  const back = `changeover rollback -e ${environment}`
  const again =
    kind === 'rollback' ? back : `changeover deploy -e ${environment} --release ${release.version}${until}`
  const abort = kind === 'rollback' || isFinal ? '' : `; to abort it, changeover abort -e ${environment}`
  if (run === 'alive') return 'Its run is alive: wait until it ends.'
  if (run === 'unknown') {
    return `Wait until it ends. If you know that its run is dead, continue with ${again} --take-over${abort && `${abort} --take-over`}.`
  }
  return `To continue, ${again}${abort}.`
}
