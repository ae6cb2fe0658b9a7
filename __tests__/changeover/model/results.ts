import { GOOD_OUTCOMES, type Outcome, type Reason } from '../../../src/changeover/result.js'
import { hold, type Run, type World } from './world.js'

const OUTCOMES: Record<'deploy' | 'rollback', readonly Outcome[]> = {
  deploy: ['promoted', 'verified', 'unchanged', 'rolled_back', 'aborted', 'failed'],
  rollback: ['restored', 'unchanged', 'refused', 'failed'],
}

/** What a bad outcome may be due to. */
const REASONS: readonly Reason[] = [
  'command_failed',
  'cancelled',
  'probe_failed',
  'gate_failed',
  'witness_budget_exceeded',
  'router_unreachable',
  'router_disagrees',
  'target_unhealthy',
  'switch_failed',
  'ledger_moved',
  'ledger_unreachable',
  'operation_in_flight',
  'nothing_to_roll_back_to',
  'window_closed',
  'contracted',
  'release_not_held',
  'already_live',
]

/** A run has ended: with an outcome that has a name and a reason, and that is true. */
export function checkResult(world: World, run: Run): void {
  const { result, request } = run
  hold(result !== undefined, `${run.name} has a result`)
  const { outcome, reason, message } = result
  const said = `${outcome} (${reason}): ${message}`
  hold(OUTCOMES[request.kind].includes(outcome), `a ${request.kind} does not end ${said}`)
  const isGood = GOOD_OUTCOMES.includes(outcome)
  hold(isGood ? reason === 'completed' || reason === 'already_live' : REASONS.includes(reason), said)
  if (outcome === 'promoted') hold(run.ended.at(-1) === 'promoted (completed)', `${said} is recorded`)
  const isBack = /^(restored|rolled_back|failed) /.test(run.ended.at(-1) ?? '')
  if (outcome === 'restored') hold(isBack, `${said} is recorded`)
  if (world.excuse !== undefined || world.late !== undefined) return
  const isUnmoved = outcome === 'aborted' || outcome === 'refused'
  const { usersBefore, usersAfter, usurped } = run
  if (isUnmoved && usersBefore !== undefined && usersBefore !== 'split' && !usurped) {
    hold(usersBefore === usersAfter, `${said} But it moved users from ${usersBefore} to ${usersAfter}`)
  }
}
