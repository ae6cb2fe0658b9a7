import { UserError } from '../../platform/errors.js'
import type { State } from './state.js'

/** The durable record of one environment. */
export interface Ledger {
  /** For people: where it is kept. */
  readonly place: string
  /** The state that is recorded now; the empty state of an environment without records. @throws LedgerError */
  read(): Promise<State>
  /**
   * Compare-and-swap: replace `previous`, which must be the state read or recorded last, by `next`.
   *
   * @param why one line for the history
   * @returns the state that is recorded now
   * @throws LedgerError `ledger_moved` when another run recorded something meanwhile; nothing was written then
   */
  record(previous: State, next: State, why: string): Promise<State>
}

/** One record of a ledger, as its history keeps it. */
export interface LedgerRecord {
  /** The commit. */
  id: string
  /** When it was made, ISO 8601. */
  at: string
  /** Its line for the history. */
  why: string
  /** `null` when it is not valid. */
  state: State | null
}

/** A ledger that keeps all records. */
export interface LedgerHistory {
  /**
   * Records, newest first.
   *
   * @param limit how many at most
   * @param before only records older than this one; default: from the newest on
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
