import { randomUUID } from 'node:crypto'
import type { Color } from '../drivers/color.js'
import { asFailure, type OperationFailure } from './failure.js'
import type { Journal } from './journal.js'
import type { OperationReport } from './operation-report.js'
import type { Ports } from './ports.js'
import type { OperationResult, Outcome } from './result.js'
import type { Operation } from './state.js'

/** Record a bad end. When even that fails, the result still says what happened to users. */
export async function endBadly(
  run: { journal: Journal; report: OperationReport; ports: Ports },
  outcome: Outcome,
  failure: OperationFailure,
): Promise<OperationResult> {
  const { journal, report, ports } = run
  const operation = journal.operation
  try {
    if (operation) report.remember(operation, await journal.end(outcome, failure.reason))
  } catch (error) {
    ports.log.warn(`The end could not be recorded: ${asFailure(error).message}`)
  }
  return report.bad(outcome, failure)
}

/** An operation that nobody has claimed yet. */
export function newOperation(
  kind: Operation['kind'],
  release: Operation['release'],
  from: Color | null,
  to: Color | null,
  now: string,
): Operation {
  return {
    id: randomUUID(),
    kind,
    release,
    from_color: from,
    to_color: to,
    attempt: 1,
    owner: null,
    started_at: now,
    phases: [],
  }
}
