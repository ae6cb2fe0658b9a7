import { UserError } from '../../platform/errors.js'
import type { State } from './state.js'

/** The durable record of one environment. */
export interface Ledger {
  /** For people: where it is kept. */
  readonly place: string
  /** What is recorded now; an environment that was never touched has an empty state. @throws LedgerError */
  read(): Promise<State>
  /**
   * Compare-and-swap: replace `previous`, which must be the last thing read or recorded, by `next`.
   *
   * @param why one line for the history
   * @returns what is recorded now
   * @throws LedgerError `ledger_moved` when somebody else recorded meanwhile; nothing was written then
   */
  record(previous: State, next: State, why: string): Promise<State>
}

/** One record of a ledger, as its history keeps it. */
export interface LedgerRecord {
  /** The commit. */
  id: string
  /** When it was made, ISO 8601. */
  at: string
  /** The line that went with it. */
  why: string
  /** `null` when what was recorded cannot be understood. */
  state: State | null
}

/** A ledger that keeps everything that was ever recorded. */
export interface LedgerHistory {
  /**
   * Records, newest first.
   *
   * @param limit how many at most
   * @param before only those that are older than this record; default: from the newest one on
   * @throws LedgerError
   */
  history(limit: number, before?: string): Promise<LedgerRecord[]>
}

export type LedgerCode = 'ledger_moved' | 'ledger_unreachable' | 'ledger_unreadable' | 'ledger_rewritten'

/** The ledger could not be read or written. */
export class LedgerError extends UserError {
  override readonly remedy: string

  constructor(
    override readonly code: LedgerCode,
    message: string,
    remedy: string,
    cause?: unknown,
  ) {
    super(code, message, { remedy, cause })
    this.name = 'LedgerError'
    this.remedy = remedy
  }
}
