import type { Outcome, Reason } from '../../../../src/deploy/ledger/outcome.js'
import { isGood as isGoodResult } from '../../../../src/deploy/ledger/outcome.js'
import type { State } from '../../../../src/deploy/ledger/state.js'
import { isOverdue } from './aborting.js'
import { hold, type Request, type Run, type World } from './world.js'

const ABORT: readonly Outcome[] = ['aborted', 'unchanged', 'refused', 'failed']

/** How a run may end. */
export const OUTCOMES: Record<State['strategy'], Record<Request['kind'], readonly Outcome[]>> = {
  blue_green: {
    deploy: ['promoted', 'verified', 'unchanged', 'rolled_back', 'aborted', 'failed'],
    rollback: ['restored', 'unchanged', 'refused', 'failed'],
    abort: ABORT,
  },
  in_place: {
    deploy: ['promoted', 'unchanged', 'aborted', 'failed'],
    rollback: ['restored', 'unchanged', 'refused', 'failed'],
    abort: ['aborted', 'unchanged', 'refused'],
  },
}

/** What a bad outcome may be due to. */
const REASONS: readonly Reason[] = [
  'command_failed',
  'cancelled',
  'probe_failed',
  'gate_failed',
  'error_budget_exceeded',
  'router_unreachable',
  'router_disagrees',
  'target_unhealthy',
  'shift_failed',
  'ledger_moved',
  'ledger_unreachable',
  'operation_in_flight',
  'nothing_to_roll_back_to',
  'window_closed',
  'contracted',
  'release_not_held',
  'already_live',
  'deadline_passed',
]

/** A run has ended: with an outcome that has a name and a reason, and that is true. */
export function checkResult(world: World, run: Run): void {
  const { result, request } = run
  hold(result !== undefined, `${run.name} has a result`)
  const { outcome, reason, message } = result
  const said = `${outcome} (${reason}): ${message}`
  hold(
    OUTCOMES[world.shape.strategy][request.kind].includes(outcome),
    `a ${request.kind} does not end ${said}`,
  )
  const isGood = isGoodResult({ kind: request.kind, outcome })
  hold(isGood ? reason === 'completed' || reason === 'already_live' : REASONS.includes(reason), said)
  if (request.kind === 'abort') checkAbort(run, outcome, said)
  if (outcome === 'promoted') hold(run.ended.at(-1) === 'promoted (completed)', `${said} is recorded`)
  const isBack = /^(restored|rolled_back|failed) /.test(run.ended.at(-1) ?? '')
  if (outcome === 'restored') hold(isBack, `${said} is recorded`)
  if (world.excuse !== undefined || world.late !== undefined) return
  const isUntouched = (request.kind === 'deploy' && outcome === 'aborted') || outcome === 'refused'
  const { trafficBefore, trafficAfter, usurped } = run
  if (isUntouched && trafficBefore !== undefined && trafficBefore !== 'split' && !usurped) {
    hold(
      trafficBefore === trafficAfter,
      `${said} But it shifted traffic from ${trafficBefore} to ${trafficAfter}`,
    )
  }
}

/** What an abort says of itself is true. */
function checkAbort(
  { begunWith, records, ended, request, lostReply, trafficBefore }: Run,
  outcome: Outcome,
  said: string,
) {
  const found = begunWith?.state.operation
  const isThere = found && (request.expired !== true || isOverdue(found, begunWith.now))
  if (outcome === 'aborted') hold(/ \(abort_requested\)$/.test(ended.at(-1) ?? ''), `${said} is recorded`)
  if (outcome === 'unchanged') hold(!isThere, `${said} But there was something to abort`)
  if (outcome === 'unchanged') hold(records === 0, `${said} But it made a record`)
  if (outcome === 'refused') hold(records === 0 || lostReply, `${said} But it made a record`)
  if (outcome === 'failed') hold(records > 0 || trafficBefore !== undefined, `${said} But it did nothing`)
}
