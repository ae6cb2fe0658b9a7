import type { EnvironmentSettings } from '../../../generated/manifest.js'
import type { Color } from '../../drivers/color.js'
import type { Outcome, Reason } from './outcome.js'

/** The phases of an operation, as the ledger names them. The table in phases/phases.ts tells what each of them means. */
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

/** What one color, or an in-place environment, holds. */
export interface Slot {
  release: ReleaseId
  /**
   * `deploying`: a deploy started and did not finish; `ready`: verified, without traffic; `live`: has the traffic; `standby`:
   * had it, and is kept for a rollback; `rejected`: failed with traffic, or was rolled back; `retiring`: its retirement has
   * begun, and nothing can go back to it; `retired`: gone.
   */
  state: 'deploying' | 'ready' | 'live' | 'standby' | 'rejected' | 'retiring' | 'retired'
  /** ISO 8601. */
  since: string
  /** The environment as the manifest of the release describes it: a rollback needs nothing but the ledger. */
  settings: EnvironmentSettings
  /** The commit that the release was packaged from; `null` when it contains uncommitted changes. */
  commit: string | null
  /** Present while rolling steps have hosts left to bring to the release. */
  rolling?: 'pending'
  /** What the rolling steps have done, by name. */
  rolled?: Record<string, Rolled>
}

/** What a rolling step has done. */
export interface Rolled {
  /** Hosts that are on the release, and in service. */
  hosts: string[]
  /** Whether these are all hosts of the step. */
  done: boolean
}

export interface PhaseRun {
  phase: Phase
  state: 'running' | 'done' | 'failed' | 'skipped'
  /** ISO 8601. */
  started_at: string
  ended_at: string | null
}

/** The run that owns an operation. Other runs tell by it whether it is alive. */
export interface Owner {
  host: string
  /** The boot of the machine, and its process namespace; `null` where they are unknown. */
  machine: string | null
  pid: number
  /** Start of the process, in clock ticks since boot: a pid may be reused. 0 where it is unknown. */
  started: number
  /** The workflow run or the user, for people. */
  name: string
  /** The workflow run, for GitHub; `null` elsewhere. */
  run: WorkflowRun | null
}

/** One attempt of a workflow run. */
export interface WorkflowRun {
  api_url: string
  /** `owner/name` */
  repository: string
  id: number
  attempt: number
}

/** An operation that has not ended. */
export interface OperationRecord {
  id: string
  kind: 'deploy' | 'rollback'
  release: ReleaseId
  from_color: Color | null
  to_color: Color | null
  /** How many runs have worked on it. */
  attempt: number
  /** `null` while a verified release waits for a run that shifts traffic to it. */
  owner: Owner | null
  started_at: string
  /** ISO 8601: until when a verified release may be promoted. Absent until it is verified. */
  deadline?: string
  phases: PhaseRun[]
}

/** An operation that ended, for the history. */
export interface Ended extends Proof {
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
}

/** What an ended operation measured. */
export interface Proof {
  /** How long the router needed for the shift, in milliseconds; `null` when it did not shift. */
  shift_ms: number | null
  /** `null` when no monitor asked. */
  monitor: EndedMonitor | null
}

/** What the ledger keeps of a monitor: the number of requests, and the latency of the slowest endpoint. */
export interface EndedMonitor {
  sent: number
  failed: number
  /** Milliseconds, 95th percentile; `null` without requests in that stretch. */
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
  /** The color that has the traffic; `null` before the first shift, and always for `in_place`. */
  live: Color | null
  blue: Slot | null
  green: Slot | null
  /** The slot of an in-place environment. */
  in_place: Slot | null
  /** The release that was live there before: `standby`, for a rollback; `rejected`, when a rollback has replaced it. */
  in_place_previous: Slot | null
  operation: OperationRecord | null
  /** Newest last, at most 50. The commits of the ledger have all of them. */
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
    in_place_previous: null,
    operation: null,
    history: [],
  }
}

/** The slot that has the traffic: that of the live color, or of an in-place environment. */
export function liveSlot(state: State): Slot | null {
  if (state.strategy === 'in_place') return state.in_place?.state === 'live' ? state.in_place : null
  return state.live === null ? null : state[state.live]
}

/** The state with another slot for a color or, for `null`, for the in-place environment. */
export function withSlot(state: State, color: Color | null, slot: Slot | null): State {
  return { ...state, [color ?? 'in_place']: slot }
}

/**
 * The state with another slot for the in-place environment. The release that was live there is kept as the previous one until
 * another release was live.
 */
export function withInPlace(state: State, slot: Slot, now: string): State {
  const was = state.in_place
  const { digest } = slot.release
  const replaced = was?.state === 'live' && was.release.digest !== digest ? was : undefined
  const left = state.operation?.kind === 'rollback' ? 'rejected' : 'standby'
  const before = replaced
    ? { ...replaced, state: left as Slot['state'], since: now }
    : state.in_place_previous
  // a release that is live again is not its own way back
  const isBack = slot.state === 'live' && before?.release.digest === digest
  return { ...state, in_place: slot, in_place_previous: isBack ? null : before }
}

/** The state after traffic was shifted to `to`: the color that it left is `standby` for a rollback, or `rejected`. */
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
  proof: Proof,
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
