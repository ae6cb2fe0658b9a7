import type { Color } from '../../drivers/color.js'
import type { ProbeReport } from '../../drivers/probes/diary.js'
import type { OperationKind, Outcome, Reason } from '../ledger/outcome.js'
import type { PhaseRun, ReleaseName } from '../ledger/state.js'
import type { MonitorReport } from '../monitor/report.js'

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
  kind: OperationKind
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
