import { isDeepStrictEqual } from 'node:util'
import type { Clock } from '../../platform/clock.js'
import type { Ledger } from './ledger.js'
import type { Outcome, Reason } from './outcome.js'
import {
  type Operation,
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

/** The lease of this run, as far as the journal tells it what it owns. */
export interface JournalLease {
  readonly signal: AbortSignal
  hold(operation: Operation): void
  release(): void
}

/**
 * The state as this run knows it, and the only way to change it: each step is recorded in the ledger before it
 * starts and after it ends, so that another run can go on wherever this one dies.
 */
export class Journal {
  constructor(
    public state: State,
    private readonly ports: JournalPorts,
    private readonly heldLease?: JournalLease,
  ) {}

  get operation(): Operation | null {
    return this.state.operation
  }

  /** Whether another run may have taken the operation over: only the ledger can say that it is still this run's. */
  get hasLostLease(): boolean {
    return this.heldLease?.signal.aborted ?? false
  }

  now(): string {
    return this.ports.clock.now().toISOString()
  }

  /**
   * Go on from what is recorded by now, when the operation is still this run's: a record may have been made of which it did
   * not hear. Otherwise keep what this run knows, so that the ledger refuses what it records.
   *
   * @returns whether it is. @throws LedgerError
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

  /** Record `change` in one step. @throws LedgerError */
  async record(why: string, change: (state: State) => State): Promise<void> {
    this.state = await this.ports.ledger.record(this.state, change(this.state), why)
  }

  /** Start or take over an operation: from now on this run owns it. The environment gets the strategy of its release. */
  async claim(operation: Operation, strategy: State['strategy']): Promise<Operation> {
    const { owner } = this.ports
    const now = this.now()
    const claim: PhaseRun = { phase: 'claim', state: 'done', started_at: now, ended_at: now }
    const phases = operation.phases.length > 0 ? operation.phases : [claim]
    const claimed = { ...operation, owner, phases }
    const why = `${operation.kind} ${operation.release.version}: claimed by ${owner.name}`
    await this.record(why, (state) => ({ ...state, strategy, operation: claimed }))
    this.heldLease?.hold(claimed)
    return claimed
  }

  /** The phase starts; the one before it has ended. `change` becomes true in the same step. */
  async enter(phase: Phase, change: (state: State) => State = (state) => state): Promise<void> {
    const now = this.now()
    await this.record(`${this.title}: ${phase}`, (state) =>
      withPhases(change(state), (phases) => [
        ...closed(phases, 'done', now).filter((run) => run.phase !== phase),
        { phase, state: 'running', started_at: now, ended_at: null },
      ]),
    )
  }

  /** What a phase reached, recorded while it goes on. */
  async note(what: string, change: (state: State) => State): Promise<void> {
    await this.record(`${this.title}: ${what}`, change)
  }

  /** The operation waits for somebody to go on with it: nobody owns it. */
  async wait(change: (state: State) => State, what = 'verified, waits for the shift'): Promise<void> {
    const now = this.now()
    await this.record(`${this.title}: ${what}`, (state) => {
      const next = withPhases(change(state), (phases) => closed(phases, 'done', now))
      return { ...next, operation: next.operation && { ...next.operation, owner: null } }
    })
    this.heldLease?.release()
  }

  /** The operation ended. Its phases are gone from the state afterwards, so they are returned. */
  async end(
    outcome: Outcome,
    reason: Reason,
    change: (state: State) => State = (state) => state,
    proof: Proof = {},
  ): Promise<PhaseRun[]> {
    const now = this.now()
    const good = reason === 'completed'
    const phases = closed(this.operation?.phases ?? [], good ? 'done' : 'failed', now)
    await this.record(`${this.title}: ${outcome} (${reason})`, (state) =>
      withEnded(change(state), outcome, reason, this.ports.owner.name, now, proof),
    )
    this.heldLease?.release()
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

/** Phases with the running one closed. */
export function closed(phases: readonly PhaseRun[], state: 'done' | 'failed', now: string): PhaseRun[] {
  return phases.map((run) => (run.state === 'running' ? { ...run, state, ended_at: now } : run))
}

function withPhases(state: State, change: (phases: readonly PhaseRun[]) => PhaseRun[]): State {
  if (!state.operation) return state
  return { ...state, operation: { ...state.operation, phases: change(state.operation.phases) } }
}
