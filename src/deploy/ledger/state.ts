import type { EnvironmentSettings } from '../../../generated/manifest.js'
import type { Color } from '../../drivers/color.js'
import type { Outcome, Reason } from './outcome.js'

/** The phases of an operation, as the ledger names them. `phases/phases.ts` says what each of them means. */
export type Phase =
  | 'claim'
  | 'fetch'
  | 'preflight'
  | 'expand'
  | 'deploy'
  | 'verify'
  | 'shift'
  | 'bake'
  | 'rolling'
  | 'contract'
  | 'retire'

/** A release by its identity. */
export interface ReleaseId {
  version: string
  digest: string
}

/** What one color (or an in-place environment) holds. */
export interface Slot {
  release: ReleaseId
  /**
   * `deploying`: a deploy started and did not finish; `ready`: verified, idle; `live`: has the users; `standby`: had
   * them, and is kept for a rollback; `rejected`: users were taken off it; `retiring`: finalize has begun, there
   * is no way back to it; `retired`: gone.
   */
  state: 'deploying' | 'ready' | 'live' | 'standby' | 'rejected' | 'retiring' | 'retired'
  /** ISO 8601. */
  since: string
  /** The environment as the release's own manifest describes it: a rollback needs nothing but the ledger. */
  settings: EnvironmentSettings
  /** What the release was packaged from; absent when that was not a commit as it stands. Older records lack it. */
  commit?: string
  /** There while hosts are left that its rolling steps must bring to the release. */
  rolling?: 'pending'
  /** What its rolling steps have done, by their names. */
  rolled?: Record<string, Rolled>
}

/** What a rolling step has done. */
export interface Rolled {
  /** Hosts that are on the release, and serve. */
  hosts: string[]
  /** Whether these are all that the step has. */
  done: boolean
}

export interface PhaseRun {
  phase: Phase
  state: 'running' | 'done' | 'failed' | 'skipped'
  /** ISO 8601. */
  started_at: string
  ended_at: string | null
}

/** Who runs an operation, so that another run can tell whether it is still alive. */
export interface Owner {
  host: string
  /** The machine and its namespace of processes; `null` or absent where it cannot be known. */
  machine?: string | null
  pid: number
  /** Start of the process in clock ticks since boot, or 0 where it cannot be known: a pid may be used again. */
  started: number
  /** The workflow run or the user, for people. */
  name: string
  /** The workflow run, for GitHub. */
  run?: WorkflowRun | null
}

/** One attempt of a workflow run. */
export interface WorkflowRun {
  api_url: string
  /** `owner/name` */
  repository: string
  id: number
  attempt: number
}

export interface OperationRecord {
  id: string
  kind: 'deploy' | 'rollback'
  release: ReleaseId
  from_color: Color | null
  to_color: Color | null
  /** How many runs have worked on it. */
  attempt: number
  /** `null` while it waits for somebody to go on (a release that is verified, and not yet shifted to). */
  owner: Owner | null
  started_at: string
  /** ISO 8601: until when a verified release may be shifted to. Absent before it is verified. */
  deadline?: string
  phases: PhaseRun[]
}

/** An operation that ended, for the history. */
export interface Ended {
  id: string
  kind: 'deploy' | 'rollback'
  release: ReleaseId
  from_color: Color | null
  to_color: Color | null
  outcome: Outcome
  reason: Reason
  by: string
  started_at: string
  ended_at: string
  /** Milliseconds that the router needed for the shift; `null` when it did not shift. Older records lack it. */
  shift_ms?: number | null
  /** `null` when nobody asked for the users. Older records lack it. */
  monitor?: EndedMonitor | null
}

/** What an ended operation has to show for itself. */
export type Proof = Pick<Ended, 'shift_ms' | 'monitor'>

/** What stays of a monitor: how many requests there were, and what users waited for the slowest of its endpoints. */
export interface EndedMonitor {
  sent: number
  failed: number
  /** Milliseconds, by the 95th percentile; `null` when nothing was asked then. */
  p95_before_ms: number | null
  p95_after_ms: number | null
  outage_ms: number
}

/** The durable record of one environment: `state.json` in the ledger. Schema: schemas/ledger.schema.json. */
export interface State {
  schema: 'changeover/ledger/v1'
  environment: string
  strategy: 'in_place' | 'blue_green'
  /** Grows by one with each record. */
  serial: number
  /** The color that has the users; `null` before the first shift, and always for `in_place`. */
  live: Color | null
  blue: Slot | null
  green: Slot | null
  /** What an in-place environment holds. */
  in_place: Slot | null
  /**
   * What was live there before: `standby`, and a rollback deploys it again; `rejected`, when a rollback has replaced it.
   * Older records lack it.
   */
  in_place_previous?: Slot | null
  operation: OperationRecord | null
  /** Newest last, at most 50; older ones are in the ledger's own history. */
  history: Ended[]
}

const HISTORY_LIMIT = 50

export function emptyState(environment: string, strategy: State['strategy']): State {
  return {
    schema: 'changeover/ledger/v1',
    environment,
    strategy,
    serial: 0,
    live: null,
    blue: null,
    green: null,
    in_place: null,
    operation: null,
    history: [],
  }
}

/** What the traffic is on: the live color's slot, or that of an in-place environment. */
export function liveSlot(state: State): Slot | null {
  if (state.strategy === 'in_place') return state.in_place?.state === 'live' ? state.in_place : null
  return state.live === null ? null : state[state.live]
}

/** The state with `color` (or the in-place environment, for `null`) slot something else. */
export function withSlot(state: State, color: Color | null, slot: Slot | null): State {
  return { ...state, [color ?? 'in_place']: slot }
}

/**
 * The state with the in-place environment slot something else. The release that was live there is kept as the previous
 * one until another one was.
 */
export function withInPlace(state: State, slot: Slot, now: string): State {
  const was = state.in_place
  const { digest } = slot.release
  const replaced = was?.state === 'live' && was.release.digest !== digest ? was : undefined
  const left = state.operation?.kind === 'rollback' ? 'rejected' : 'standby'
  const before: Slot | null | undefined = replaced
    ? { ...replaced, state: left, since: now }
    : state.in_place_previous
  // a release that is live again is not its own way back
  const isBack = slot.state === 'live' && before?.release.digest === digest
  return { ...state, in_place: slot, in_place_previous: isBack ? null : (before ?? null) }
}

/** The state after traffic was shifted to `to`: what they came from is kept as `left`, for a rollback or not at all. */
export function withTrafficOn(state: State, to: Color, left: 'standby' | 'rejected', now: string): State {
  const from = to === 'blue' ? 'green' : 'blue'
  const arrived = state[to]
  const behind = state[from]
  return {
    ...state,
    live: to,
    [to]: arrived && { ...arrived, state: 'live', since: now },
    [from]: behind?.state === 'live' ? { ...behind, state: left, since: now } : behind,
  }
}

/** The state after its operation ended. */
export function withEnded(
  state: State,
  outcome: Outcome,
  reason: Reason,
  by: string,
  now: string,
  proof: Proof = {},
): State {
  const operation = state.operation
  if (!operation) return state
  const { id, kind, release, from_color, to_color, started_at } = operation
  const ended: Ended = {
    id,
    kind,
    release,
    from_color,
    to_color,
    outcome,
    reason,
    by,
    started_at,
    ended_at: now,
    ...proof,
  }
  return { ...state, operation: null, history: [...state.history, ended].slice(-HISTORY_LIMIT) }
}
