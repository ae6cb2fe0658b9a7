import { closed } from '../ledger/journal.js'
import type { OperationKind } from '../ledger/outcome.js'
import { liveSlot, type PhaseRun, type ReleaseId, type State } from '../ledger/state.js'
import type { End, Report } from '../phases/operation.js'
import { PHASES, ruleOf } from '../phases/phases.js'
import type { OperationResult } from './result.js'

/** What a result tells beside the end of the operation and what its phases reported. */
export interface ResultContext {
  kind: OperationKind
  environment: string
  strategy: State['strategy']
  /** The release that was asked for; `undefined`: that of the operation. */
  release: ReleaseId | undefined
  /** The ledger as this run knows it; `undefined` when it could not be read. */
  state: State | undefined
  report: Report
  started_at: string
  ended_at: string
}

export function operationResult(
  { outcome, reason, message, remedy }: End,
  { kind, environment, strategy, release, state, report, started_at, ended_at }: ResultContext,
): OperationResult {
  const operation = report.operation ?? state?.operation ?? null
  const live = state ? liveSlot(state) : null
  return {
    schema: 'changeover/operation/v1',
    kind,
    outcome,
    reason,
    message,
    remedy,
    environment,
    strategy,
    operation: operation?.id ?? null,
    release: release ?? operation?.release ?? null,
    from_color: operation?.from_color ?? null,
    to_color: operation?.to_color ?? null,
    live: live && { color: state?.live ?? null, release: live.release },
    phases: inOrder(closed(operation?.phases ?? [], 'failed', ended_at), kind, strategy),
    shift_ms: report.shiftMs,
    monitor: report.monitor,
    probes: report.probes.report(),
    gates: report.gates,
    rolled: report.rolled,
    started_at,
    ended_at,
  }
}

/** Phases in the order of the table; in place by their start. One that was passed over is `skipped`. */
function inOrder(phases: readonly PhaseRun[], kind: OperationKind, strategy: State['strategy']): PhaseRun[] {
  const last = Math.max(-1, ...phases.map((run) => PHASES.indexOf(run.phase)))
  const known = new Map(phases.map((run) => [run.phase, run]))
  const ordered: PhaseRun[] = []
  let at = phases[0]?.started_at ?? ''
  for (const phase of PHASES.slice(0, last + 1)) {
    const isOfKind = kind !== 'abort' && ruleOf(phase).in.includes(kind)
    if (!isOfKind && !known.has(phase)) continue
    const run = known.get(phase) ?? { phase, state: 'skipped' as const, started_at: at, ended_at: at }
    at = run.ended_at ?? run.started_at
    ordered.push(run)
  }
  if (strategy === 'blue_green') return ordered
  return ordered.toSorted((one, other) => Date.parse(one.started_at) - Date.parse(other.started_at))
}
