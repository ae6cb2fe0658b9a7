import { isDeepStrictEqual } from 'node:util'
import type { Clock } from '../../platform/clock.js'
import type { Ledger } from './ledger.js'
import type { Outcome, Reason } from './outcome.js'
import {
  type OperationRecord,
  type Owner,
  type Phase,
  type PhaseRun,
  type Proof,
  type State,
  withEnded,
} from './state.js'

export interface JournalPorts {
  ledger: Ledger
  clock: Clock
  owner: Owner
}

/** The lease of this run. The journal tells it which operation the run owns. */
export interface JournalLease {
  /** Aborts when the lease is lost. */
  readonly signal: AbortSignal
  hold(operation: OperationRecord): void
  release(): void
}

/**
 * The ledger as this run knows it, and the only way to change it. Each phase is recorded before it starts and after it ends,
 * so that another run can continue wherever this one dies.
 */
export class Journal {
  private readonly firstSerial: number

  constructor(
    public state: State,
    private readonly ports: JournalPorts,
    private readonly lease?: JournalLease,
  ) {
    this.firstSerial = state.serial
  }

  get operation(): OperationRecord | null {
    return this.state.operation
  }

  /** Whether this run has recorded anything. */
  get hasRecorded(): boolean {
    return this.state.serial !== this.firstSerial
  }

  /** Whether another run may have taken over the operation. Only the ledger can tell that it is still this run's. */
  get hasLostLease(): boolean {
    return this.lease?.signal.aborted ?? false
  }

  now(): string {
    return this.ports.clock.now().toISOString()
  }

  /**
   * Continue from what the ledger holds now, when the operation is still this run's: the answer to a record may have been
   * lost. Otherwise keep what this run knows, so that the ledger refuses its records.
   *
   * @returns whether the operation is this run's. @throws LedgerError
   */
  async catchUp(): Promise<boolean> {
    const now = await this.ports.ledger.read()
    const isOurs =
      now.operation !== null &&
      now.operation.id === this.operation?.id &&
      isDeepStrictEqual(now.operation.owner, this.ports.owner)
    if (isOurs) this.state = now
    return isOurs
  }

  /** Record a change in one step. @throws LedgerError */
  async record(why: string, change: (state: State) => State): Promise<void> {
    this.state = await this.ports.ledger.record(this.state, change(this.state), why)
  }

  /** Begin an operation, or take it over: this run owns it now. The environment gets the strategy of the release. */
  async claim(operation: OperationRecord, strategy: State['strategy']): Promise<OperationRecord> {
    const { owner } = this.ports
    const now = this.now()
    const claim: PhaseRun = { phase: 'claim', state: 'done', started_at: now, ended_at: now }
    const phases = operation.phases.length > 0 ? operation.phases : [claim]
    const claimed = { ...operation, owner, phases }
    const why = `${operation.kind} ${operation.release.version}: claimed by ${owner.name}`
    await this.record(why, (state) => ({ ...state, strategy, operation: claimed }))
    this.lease?.hold(claimed)
    return claimed
  }

  /** A phase starts, and the one before it has ended. `change` becomes true in the same record. */
  async enter(phase: Phase, change: (state: State) => State = (state) => state): Promise<void> {
    const now = this.now()
    await this.record(`${this.title}: ${phase}`, (state) =>
      withPhases(change(state), (phases) => [
        ...closed(phases, 'done', now).filter((run) => run.phase !== phase),
        { phase, state: 'running', started_at: now, ended_at: null },
      ]),
    )
  }

  /** Record what a phase has reached, while it continues. */
  async note(what: string, change: (state: State) => State): Promise<void> {
    await this.record(`${this.title}: ${what}`, change)
  }

  /** The operation waits for a run that continues it. No run owns it. */
  async wait(change: (state: State) => State, what = 'verified, waits for the shift'): Promise<void> {
    const now = this.now()
    await this.record(`${this.title}: ${what}`, (state) => {
      const next = withPhases(change(state), (phases) => closed(phases, 'done', now))
      return { ...next, operation: next.operation && { ...next.operation, owner: null } }
    })
    this.lease?.release()
  }

  /** The operation has ended. @returns its phases, which the ledger drops */
  async end(
    outcome: Outcome,
    reason: Reason,
    change: (state: State) => State = (state) => state,
    proof: Proof = NO_PROOF,
  ): Promise<PhaseRun[]> {
    const now = this.now()
    const phases = closed(this.operation?.phases ?? [], reason === 'completed' ? 'done' : 'failed', now)
    await this.record(`${this.title}: ${outcome} (${reason})`, (state) =>
      withEnded(change(state), outcome, reason, this.ports.owner.name, now, proof),
    )
    this.lease?.release()
    return phases
  }

  hasDone(phase: Phase): boolean {
    return this.operation?.phases.some((run) => run.phase === phase && run.state === 'done') ?? false
  }

  hasStarted(phase: Phase): boolean {
    return this.operation?.phases.some((run) => run.phase === phase) ?? false
  }

  private get title(): string {
    return this.operation ? `${this.operation.kind} ${this.operation.release.version}` : 'no operation'
  }
}

const NO_PROOF: Proof = { shift_ms: null, monitor: null }

/** Phases with the running one closed. */
export function closed(phases: readonly PhaseRun[], state: 'done' | 'failed', now: string): PhaseRun[] {
  return phases.map((run) => (run.state === 'running' ? { ...run, state, ended_at: now } : run))
}

function withPhases(state: State, change: (phases: readonly PhaseRun[]) => PhaseRun[]): State {
  if (!state.operation) return state
  return { ...state, operation: { ...state.operation, phases: change(state.operation.phases) } }
}
