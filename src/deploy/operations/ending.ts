import { randomUUID } from 'node:crypto'
import type { Color } from '../../drivers/color.js'
import { asFailure, OperationFailure } from '../ledger/failure.js'
import type { Journal } from '../ledger/journal.js'
import type { Outcome } from '../ledger/outcome.js'
import { type Operation, type State, withTrafficOn } from '../ledger/state.js'
import type { OperationReport } from '../phases/operation-report.js'
import type { Ports } from '../phases/ports.js'
import { forgetOldReleases } from '../phases/preparation.js'
import type { OperationResult } from '../phases/result.js'

interface Run {
  journal: Journal
  report: OperationReport
  ports: Ports
}

/**
 * Record a good end, which becomes true in the same step as `change`. An end that cannot be recorded is not a good
 * one: traffic is where `message` says, but the next run finds an unfinished operation.
 */
export async function endWell(
  run: Run,
  outcome: Outcome,
  message: string,
  change: (state: State) => State = (state) => state,
): Promise<OperationResult> {
  const { journal, report, ports } = run
  const operation = journal.operation
  try {
    const phases = await journal.end(outcome, 'completed', change, report.proof)
    if (operation) report.remember(operation, phases)
  } catch (error) {
    const { reason, message: why } = asFailure(error)
    return report.bad(
      'failed',
      new OperationFailure(
        reason,
        `${message} But the ledger does not know it: ${why}`,
        'When the ledger can be reached, run the same command again: it goes on from there.',
        error,
      ),
    )
  }
  try {
    await forgetOldReleases(journal.state, ports)
  } catch (error) {
    ports.log.warn(`Old releases could not be deleted: ${asFailure(error).message}`)
  }
  return report.good(outcome, 'completed', message)
}

/**
 * Record a bad end. When even that fails, the result still says what happened to users.
 *
 * @param back where traffic was shifted back to: the ledger may not know it yet
 */
export async function endBadly(
  run: Run,
  outcome: Outcome,
  failure: OperationFailure,
  back: Color | null = null,
): Promise<OperationResult> {
  const { journal, report, ports } = run
  const operation = journal.operation
  const change = (state: State) =>
    back === null || state.live === null || state.live === back
      ? state
      : withTrafficOn(state, back, 'rejected', journal.now())
  try {
    if (operation) {
      report.remember(operation, await journal.end(outcome, failure.reason, change, report.proof))
    }
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
