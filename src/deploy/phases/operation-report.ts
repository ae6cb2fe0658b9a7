import type { Color } from '../../drivers/color.js'
import { ProbeDiary } from '../../drivers/probes/diary.js'
import type { Clock } from '../../platform/clock.js'
import type { OperationFailure } from '../ledger/failure.js'
import { closed, type Journal } from '../ledger/journal.js'
import type { Outcome, Reason } from '../ledger/outcome.js'
import type { PhaseRun, ReleaseName } from '../ledger/state.js'
import { type EndedMonitor, liveSlot, type Operation, type Proof, type State } from '../ledger/state.js'
import type { MonitorReport } from '../monitor/report.js'
import { PHASES, ruleOf } from './phases.js'
import type { GateReport, OperationResult, RolledReport } from './result.js'

/** Gathers what an operation's result will say, while the operation runs. */
export class OperationReport {
  journal: Journal | undefined
  shiftMs: number | null = null
  monitor: MonitorReport | null = null
  readonly probes = new ProbeDiary()
  readonly gates: GateReport[] = []
  rolled: RolledReport[] = []
  /** The operation as it was last seen: the ledger forgets it when it ends. */
  operation: Operation | null = null
  private phases: readonly PhaseRun[] = []
  private readonly startedAt: string

  constructor(
    private readonly kind: OperationResult['kind'],
    private readonly environment: string,
    private readonly strategy: State['strategy'],
    private readonly release: ReleaseName | null,
    private readonly clock: Clock,
  ) {
    this.startedAt = clock.now().toISOString()
  }

  /** What the ledger keeps of it. */
  get proof(): Proof {
    return { shift_ms: this.shiftMs, monitor: this.monitor && endedMonitor(this.monitor) }
  }

  /** Keep what the journal knows of the operation, before it is ended there. */
  remember(operation: Operation, phases: readonly PhaseRun[]): void {
    this.operation = operation
    this.phases = phases
  }

  good(outcome: Outcome, reason: Reason, message: string): OperationResult {
    return this.result(outcome, reason, message, null)
  }

  bad(outcome: Outcome, failure: OperationFailure): OperationResult {
    return this.result(outcome, failure.reason, failure.message, failure.remedy)
  }

  /** In place, what was rolled is verified afterwards. */
  private inOrder(phases: readonly PhaseRun[]): PhaseRun[] {
    const ordered = inOrder(phases, this.kind)
    if (this.strategy === 'blue_green') return ordered
    return ordered.toSorted((one, other) => Date.parse(one.started_at) - Date.parse(other.started_at))
  }

  private result(outcome: Outcome, reason: Reason, message: string, remedy: string | null): OperationResult {
    const endedAt = this.clock.now().toISOString()
    const state = this.journal?.state
    const operation = this.operation ?? state?.operation ?? null
    const live = state ? liveSlot(state) : null
    const color: Color | null = state?.live ?? null
    const phases = this.phases.length > 0 ? this.phases : (operation?.phases ?? [])
    return {
      schema: 'changeover/operation/v1',
      kind: this.kind,
      outcome,
      reason,
      message,
      remedy,
      environment: this.environment,
      strategy: this.strategy,
      operation: operation?.id ?? null,
      release: this.release ?? operation?.release ?? null,
      from_color: operation?.from_color ?? null,
      to_color: operation?.to_color ?? null,
      live: live && { color, release: live.release },
      phases: this.inOrder(closed(phases, 'failed', endedAt)),
      shift_ms: this.shiftMs,
      monitor: this.monitor,
      probes: this.probes.report(),
      gates: this.gates,
      rolled: this.rolled,
      started_at: this.startedAt,
      ended_at: endedAt,
    }
  }
}

function endedMonitor({ sent, failed, outage_ms, endpoints }: MonitorReport): EndedMonitor {
  const slowest = (stretch: 'before' | 'after') => {
    const known = endpoints.flatMap((endpoint) => endpoint[stretch].p95_ms ?? [])
    return known.length > 0 ? Math.max(...known) : null
  }
  return { sent, failed, p95_before_ms: slowest('before'), p95_after_ms: slowest('after'), outage_ms }
}

/** Phases in their order; one that was passed over, because the environment does not define it, is `skipped`. */
function inOrder(phases: readonly PhaseRun[], kind: OperationResult['kind']): PhaseRun[] {
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
  return ordered
}
