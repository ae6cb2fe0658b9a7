import type { Color } from '../../drivers/color.js'
import { UserError } from '../../platform/errors.js'
import type { LedgerHistory, LedgerRecord } from './ledger.js'
import type { Outcome, Reason } from './outcome.js'
import type { Ended, OperationRecord, ReleaseId } from './state.js'

/** The result of `history`, part of the machine contract. */
export interface HistoryResult {
  schema: 'changeover/history/v1'
  environment: string
  /** Where the ledger is kept. */
  ledger: string
  /** Newest first. */
  operations: PastOperation[]
}

/** One operation, from the records of the ledger. */
export interface PastOperation {
  id: string
  kind: 'deploy' | 'rollback'
  release: ReleaseId
  from_color: Color | null
  to_color: Color | null
  /** `null` while it has not ended. */
  outcome: Outcome | null
  reason: Reason | null
  /** The run that ended it, or owns it. */
  by: string | null
  started_at: string
  ended_at: string | null
  duration_ms: number | null
  /** The runs that worked on it, oldest first. */
  attempts: Attempt[]
  /** Its records, oldest first. */
  timeline: Step[]
}

/** What one run did for an operation. */
export interface Attempt {
  attempt: number
  by: string
  host: string
  started_at: string
  /** When its last record was made. */
  last_at: string
  /** `abandoned`: another run continued or ended the operation while this run owned it. */
  end: 'ended' | 'waits' | 'abandoned' | 'running'
}

export interface Step {
  /** The commit in the ledger. */
  id: string
  at: string
  /** Milliseconds until the next record; `null` for the last one. */
  took_ms: number | null
  what: string
  /** The phase that was running then. */
  phase: string | null
  attempt: number
  by: string | null
}

/** How many records are read at once. */
const PAGE = 200

/** The records of one operation, newest first. */
interface Group {
  operation: OperationRecord
  ended: Ended | null
  records: LedgerRecord[]
}

/**
 * The newest operations of an environment, or one of them.
 *
 * @param which how many; or an id, or the beginning of one: the newest operation that matches
 * @throws LedgerError; UserError `unknown_operation`
 */
export async function historyOf(
  ledger: LedgerHistory & { place: string },
  environment: string,
  which: number | string,
): Promise<HistoryResult> {
  const operations: PastOperation[] = []
  const limit = typeof which === 'number' ? which : 1
  for await (const group of groups(ledger)) {
    if (typeof which === 'number' || group.operation.id.startsWith(which))
      operations.push(pastOperation(group))
    if (operations.length >= limit) break
  }
  if (typeof which === 'string' && operations.length === 0) {
    throw new UserError('unknown_operation', `The ledger has no operation "${which}".`, {
      remedy: 'Use an id, or the beginning of one, from changeover history.',
    })
  }
  return { schema: 'changeover/history/v1', environment, ledger: ledger.place, operations }
}

/** Operations, newest first. Records without an operation, and invalid ones, are skipped. */
async function* groups(ledger: LedgerHistory): AsyncGenerator<Group> {
  let group: Group | undefined
  /** A record without an operation: the record before it tells which operation it ended. */
  let end: LedgerRecord | undefined
  for await (const record of records(ledger)) {
    const operation = record.state?.operation
    if (!operation) {
      if (record.state) end = record
      continue
    }
    if (group?.operation.id !== operation.id) {
      if (group) yield group
      const ended = end?.state?.history.find(({ id }) => id === operation.id) ?? null
      group = { operation, ended, records: ended && end ? [end] : [] }
    }
    group.records.push(record)
    end = undefined
  }
  if (group) yield group
}

async function* records(ledger: LedgerHistory): AsyncGenerator<LedgerRecord> {
  for (let before: string | undefined; ; ) {
    const page = await ledger.history(PAGE, before)
    yield* page
    before = page.at(-1)?.id
    if (page.length < PAGE) return
  }
}

function pastOperation({ operation, ended, records }: Group): PastOperation {
  const { id, kind, release, from_color, to_color, started_at, owner } = operation
  const ended_at = ended?.ended_at ?? null
  return {
    id,
    kind,
    release,
    from_color,
    to_color,
    outcome: ended?.outcome ?? null,
    reason: ended?.reason ?? null,
    by: ended?.by ?? owner?.name ?? null,
    started_at,
    ended_at,
    duration_ms: ended_at === null ? null : millis(started_at, ended_at),
    attempts: attemptsOf(records.toReversed(), ended),
    timeline: timelineOf(records.toReversed(), ended),
  }
}

function attemptsOf(records: readonly LedgerRecord[], ended: Ended | null): Attempt[] {
  const attempts: (Attempt & { records: number; pid: number })[] = []
  for (const record of records) {
    const last = attempts.at(-1)
    const { attempt, owner } = record.state?.operation ?? {}
    const at = timeOf(record, ended)
    if (last) last.last_at = at
    if (attempt === undefined) continue
    const isNew = owner && !(last?.attempt === attempt && last.pid === owner.pid && last.host === owner.host)
    if (isNew) {
      // a new owner after an attempt that had not ended: another run took over
      if (last?.end === 'running') last.end = 'abandoned'
      const { name: by, host, pid } = owner
      attempts.push({ attempt, by, host, pid, started_at: at, last_at: at, end: 'running', records: 1 })
    } else if (last) {
      last.records += 1
      if (!owner) last.end = 'waits'
    }
  }
  const last = attempts.at(-1)
  if (last?.end === 'running' && ended) {
    // a run that ends another run's operation may claim it first, and records nothing else
    const wasTaken = last.attempt > 1 && last.records === 1
    last.end = ended.reason === 'superseded' && !wasTaken ? 'abandoned' : 'ended'
  }
  return attempts.map(({ attempt, by, host, started_at, last_at, end }) => {
    return { attempt, by, host, started_at, last_at, end }
  })
}

function timelineOf(records: readonly LedgerRecord[], ended: Ended | null): Step[] {
  let attempt = 1
  return records.map((record, index) => {
    const next = records[index + 1]
    const operation = record.state?.operation
    attempt = operation?.attempt ?? attempt
    const at = timeOf(record, ended)
    return {
      id: record.id,
      at,
      took_ms: next ? millis(at, timeOf(next, ended)) : null,
      what: record.why,
      phase: operation?.phases.find(({ state }) => state === 'running')?.phase ?? null,
      attempt,
      by: operation ? (operation.owner?.name ?? null) : (ended?.by ?? null),
    }
  })
}

/** Commits have whole seconds. Their content often has the time in milliseconds. */
function timeOf({ at, state }: LedgerRecord, ended: Ended | null): string {
  const written = Date.parse(at)
  const exact = state?.operation?.phases.flatMap((run) => [run.ended_at, run.started_at]) ?? [ended?.ended_at]
  const times = exact.map((time) => (time ? Date.parse(time) : Number.NaN))
  const fitting = times.filter((time) => time >= written && time < written + 1000)
  return new Date(fitting.length > 0 ? Math.max(...fitting) : written).toISOString()
}

function millis(from: string, to: string): number {
  return Math.max(0, Date.parse(to) - Date.parse(from))
}
