import type { Color } from '../../drivers/color.js'
import type { ProbeReport } from '../../drivers/probes/diary.js'
import type { OperationKind, Outcome, Reason } from '../ledger/outcome.js'
import type { RolledReport } from '../ledger/rolled.js'
import type { PhaseRun, ReleaseId } from '../ledger/state.js'
import type { MonitorReport } from '../monitor/report.js'
import type { GateReport } from '../phases/operation.js'

export type { GateReport, RolledReport }

/** What became of a rollback in Git. */
export interface RevertReport {
  /** `nothing_to_change`: the branch has the files of the release already. */
  outcome: 'proposed' | 'updated' | 'pushed' | 'nothing_to_change' | 'failed'
  /** The branch that was pushed; `null` without one. */
  branch: string | null
  /** The pull request; `null` without one. */
  url: string | null
  /** Why it failed, for machines; `null` when it did not. */
  reason: string | null
  /** One sentence for people. */
  message: string
}

/**
 * The result of `deploy`, `rollback` and `abort`: what `--format json` prints, and the output `result` of the actions. Part of
 * the machine contract; docs/results.md shows an example. All times are ISO 8601, all durations milliseconds.
 */
export interface OperationResult {
  schema: 'changeover/operation/v1'
  kind: OperationKind
  /** How it ended. docs/results.md lists the outcomes with their exit status. */
  outcome: Outcome
  /** Why, for machines: `completed`, `already_live`, or what went wrong. */
  reason: Reason
  /** One sentence for people. */
  message: string
  /** What to do about a bad outcome; `null` when there is nothing to do. */
  remedy: string | null
  environment: string
  strategy: 'in_place' | 'blue_green'
  /** The id of the operation in the ledger; `null` when none was claimed. */
  operation: string | null
  /** The release that was to become live. */
  release: ReleaseId | null
  /** The color that had the traffic before; `null` before the first shift and in place. */
  from_color: Color | null
  /** The color that was to get the traffic; `null` in place. */
  to_color: Color | null
  /** What has the traffic now, by the ledger; `color` is `null` in place. */
  live: { color: Color | null; release: ReleaseId } | null
  /** The phases in their order. `skipped`: the environment does not define it. */
  phases: PhaseRun[]
  /** How long the router needed for the shift; `null` when it did not shift. */
  shift_ms: number | null
  /** What the monitor saw; `null` when it did not ask. */
  monitor: MonitorReport | null
  /** What the probes answered, by phase. */
  probes: ProbeReport[]
  /** The gates that were asked, in their order. */
  gates: GateReport[]
  /** The rolling steps; empty when they did not begin. */
  rolled: RolledReport[]
  /** Only after a rollback with `--revert`. */
  revert?: RevertReport
  started_at: string
  ended_at: string
}
