import type { Ledger, LedgerHistory, LedgerRecord } from '../../src/deploy/ledger/ledger.js'
import { decodeState } from '../../src/deploy/ledger/read-state.js'
import { moved } from '../../src/deploy/ledger/remote.js'
import { emptyState, type State } from '../../src/deploy/ledger/state.js'

/** What a ledger's records are kept in: several ledgers of one environment may share it, as runs do. */
export interface LedgerRecords {
  /** Oldest first. Each is what `state.json` would be. */
  readonly commits: { at: string; why: string; content: Buffer }[]
}

/** A ledger in memory. It compares and swaps, and reads and checks what it wrote, as the one in Git does. */
export function memoryLedger(
  { commits }: LedgerRecords,
  options: { environment: string; strategy: State['strategy']; now: () => Date },
): Ledger & LedgerHistory {
  const { environment, strategy, now } = options
  /** How many records there were when a state was read or recorded. */
  const counts = new WeakMap<State, number>()
  const stateAt = (index: number) =>
    decodeState(commits[index]?.content, environment, commits[index - 1]?.content)
  return {
    place: `the memory of ${environment}`,
    async read() {
      const state = commits.length === 0 ? emptyState(environment, strategy) : stateAt(commits.length - 1)
      counts.set(state, commits.length)
      return state
    },
    async record(previous, next, why) {
      const recorded: State = { ...next, serial: previous.serial + 1 }
      const content = Buffer.from(JSON.stringify(recorded))
      if (counts.get(previous) !== commits.length) throw moved(environment, undefined)
      commits.push({ at: now().toISOString(), why, content })
      counts.set(recorded, commits.length)
      return recorded
    },
    async history(limit, before) {
      const records = commits.map(
        ({ at, why }, index): LedgerRecord => ({ id: `${index}`, at, why, state: stateAt(index) }),
      )
      return records
        .slice(0, before === undefined ? records.length : Number(before))
        .reverse()
        .slice(0, limit)
    },
  }
}
