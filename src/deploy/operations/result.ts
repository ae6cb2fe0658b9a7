import type { Color } from '../../drivers/color.js'
import type { ProbeReport } from '../../drivers/probes/diary.js'
import type { Phase } from '../phases/phases.js'

/** How an operation ended. */
export type Outcome =
  // deploy, good
  | 'promoted' // the release is live
  | 'verified' // the release is healthy on the idle color, and waits for the shift
  | 'unchanged' // the release was live already
  // deploy, bad
  | 'rolled_back' // traffic was on the new color and are back on the old one
  | 'aborted' // users never left the old color
  | 'failed' // see the reason; traffic is where `live` says
  // rollback
  | 'restored' // traffic is back on the old color
  | 'refused' // not possible, nothing was touched
// abort also has `aborted`: what was unfinished has ended, and traffic is on what worked

/** The outcomes of each operation that are what was asked for; all others are exit status 1. */
export const GOOD_OUTCOMES: Readonly<Record<OperationResult['kind'], readonly Outcome[]>> = {
  deploy: ['promoted', 'verified', 'unchanged'],
  rollback: ['restored', 'unchanged'],
  abort: ['aborted', 'unchanged'],
}

/** Whether an operation did what was asked for: a deploy that was rolled back did not. */
export function isGood({ kind, outcome }: Pick<OperationResult, 'kind' | 'outcome'>): boolean {
  return GOOD_OUTCOMES[kind].includes(outcome)
}

/** Why, machine-readable. */
export type Reason =
  | 'completed'
  | 'already_live'
  | 'command_failed'
  | 'command_timeout'
  | 'cancelled'
  | 'probe_failed'
  | 'probe_inconclusive'
  | 'error_budget_exceeded'
  | 'router_unreachable'
  | 'router_refused'
  | 'router_misconfigured'
  | 'router_disagrees'
  | 'target_unhealthy'
  | 'shift_failed'
  | 'ledger_moved'
  | 'ledger_unreachable'
  | 'ledger_unreadable'
  | 'ledger_rewritten'
  | 'operation_in_flight'
  | 'lease_lost'
  | 'nothing_to_roll_back_to'
  | 'window_closed'
  | 'contracted'
  | 'release_not_held'
  | 'superseded'
  | 'abort_requested'
  | 'deadline_passed'
  | 'attestation_missing'
  | 'attestation_invalid'
  | 'attestation_unverified'
  | 'gate_failed'
  | 'hosts_invalid'
  | 'invalid_settings'
  | 'output_unwritable'
  | 'internal_error'

/** A release by its identity. */
export interface ReleaseName {
  version: string
  digest: string
}

export interface PhaseRun {
  phase: Phase
  state: 'running' | 'done' | 'failed' | 'skipped'
  /** ISO 8601. */
  started_at: string
  ended_at: string | null
}

/**
 * What the monitor saw of one endpoint in one stretch of the changeover. Latencies are counted from the moment at which a
 * request was due, in milliseconds. The percentiles are those of good answers and of requests that timed out (which count
 * with the time that they were waited for); `null` without any. `slowest_ms` is of all requests.
 */
export interface MonitorFigures {
  /** Requests that have ended, well or not. */
  sent: number
  failed: number
  p50_ms: number | null
  p95_ms: number | null
  p99_ms: number | null
  slowest_ms: number
}

export interface MonitorEndpoint {
  name: string
  url: string
  sent: number
  ok: number
  failed: number
  failed_kinds: Record<string, number>
  slowest_ms: number
  /** Requests that had ended when the shift began. */
  before: MonitorFigures
  /** Requests that were under way between the start of the shift and a moment after it was read back. */
  during: MonitorFigures
  /** Requests that were due while traffic was on the new color. */
  after: MonitorFigures
}

/** All endpoints together, in a stretch of time from `at_ms` to that of the next one. */
export interface MonitorMoment {
  /** Milliseconds since the monitor started. */
  at_ms: number
  sent: number
  failed: number
  p50_ms: number | null
  p95_ms: number | null
  slowest_ms: number
}

/**
 * What happens to users: they are shifted to the new color, or (also after a failed shift) taken back. `stood_still`: the
 * monitor's own machine did so for more than 5 s until then, and it asked nothing.
 */
export type MonitorEvent = 'shift_started' | 'shift_ended' | 'back_started' | 'back_ended' | 'stood_still'

/** A budget of which nothing follows, since there is too little to judge it by. */
export interface NotJudged {
  endpoint: string
  budget: 'p95' | 'p99' | 'slowdown'
  /** One sentence for people. */
  why: string
}

/** What the monitor saw of the live endpoints. The figures beside `endpoints` are those of all of them. */
export interface MonitorReport {
  /** The first endpoint's. */
  url: string
  /** Requests a second that were meant to be sent to each endpoint. */
  rate: number
  sent: number
  ok: number
  failed: number
  /** Failed requests by kind: refused, reset, timeout, unreachable, status_503… */
  failed_kinds: Record<string, number>
  slowest_ms: number
  /** From the first failed request to the end of the last one; 0 when none failed. */
  outage_ms: number
  /** The first failed requests, at most 20. */
  failures: { at: string; kind: string; endpoint: string }[]
  endpoints: MonitorEndpoint[]
  /** At most 60, all of the same width: 100 ms, doubled as often as needed. */
  timeline: MonitorMoment[]
  /** What happened when, in milliseconds since the monitor started. */
  marks: { at_ms: number; what: MonitorEvent }[]
  /** Latency budgets that could not be judged when the operation was over. */
  not_judged: NotJudged[]
  started_at: string
  ended_at: string
}

/** What a gate said. */
export interface GateReport {
  name: string
  passed: boolean
  /** `null` when it did not end by itself. */
  exit_status: number | null
  duration_ms: number
}

/** How far a rolling step has come. */
export interface RolledReport {
  name: string
  /** Hosts that are on the release, and serve. */
  hosts: string[]
  /** Those that are not; `null` when they are not known, since the step was not come to. */
  left: string[] | null
  done: boolean
}

/** What became of a rollback in Git. */
export interface RevertReport {
  /** `nothing_to_change`: the branch has the files of the release already. */
  outcome: 'proposed' | 'updated' | 'pushed' | 'nothing_to_change' | 'failed'
  /** The branch that was pushed; `null` when none was. */
  branch: string | null
  /** The pull request. */
  url: string | null
  /** Why it failed, machine-readable. */
  reason: string | null
  /** One sentence for people. */
  message: string
}

/** The result of `deploy`, `rollback` and `abort`, part of the machine contract. */
export interface OperationResult {
  schema: 'changeover/operation/v1'
  kind: 'deploy' | 'rollback' | 'abort'
  outcome: Outcome
  reason: Reason
  /** One sentence for people. */
  message: string
  remedy: string | null
  environment: string
  strategy: 'in_place' | 'blue_green'
  /** Id of the operation in the ledger; `null` when nothing was claimed. */
  operation: string | null
  /** What was to become live. */
  release: ReleaseName | null
  from_color: Color | null
  to_color: Color | null
  /** Who has the users now. */
  live: { color: Color | null; release: ReleaseName } | null
  phases: PhaseRun[]
  /** Milliseconds that the router needed for the shift; `null` when it did not shift. */
  shift_ms: number | null
  monitor: MonitorReport | null
  /** What the probes said, by phase. */
  probes: ProbeReport[]
  /** The gates that were asked, in their order. */
  gates: GateReport[]
  /** The rolling steps, when they were begun. */
  rolled: RolledReport[]
  /** Only there when a rollback was to be written back to Git. */
  revert?: RevertReport
  started_at: string
  ended_at: string
}
