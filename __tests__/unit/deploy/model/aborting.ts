import type { Ended, OperationRecord, State } from '../../../../src/deploy/ledger/state.js'
import type { Color } from '../../../../src/drivers/color.js'
import { furthest } from './invariants.js'
import { hold, type Run, type World } from './world.js'

/** Whether a verified release was to be promoted until a time that is over. */
export function isOverdue(operation: OperationRecord, now: number): boolean {
  const { deadline } = operation
  if (deadline === undefined) return false
  return furthest(operation).on_abort === 'leave' && now > Date.parse(deadline)
}

/** Traffic is about to be shifted: the run must not have found the release expired. */
export function checkDeadline(run: Run, { deadline }: OperationRecord): void {
  const began = run.begunWith?.now ?? 0
  hold(deadline === undefined || began <= Date.parse(deadline), 'no shift after the deadline')
}

/** Who gives an operation up has a right to. */
export function checkReason(world: World, run: Run, operation: OperationRecord, { reason }: Ended): void {
  const { kind, expired } = run.request
  hold((kind === 'abort') === (reason === 'abort_requested'), `${run.name} ends an operation: ${reason}`)
  if (reason !== 'deadline_passed' && !expired) return
  hold(isOverdue(operation, world.now), 'only an expired operation is aborted for that')
}

/** What giving an operation up comes to is what the table says. */
export function checkAborted(
  world: World,
  run: Run,
  operation: OperationRecord,
  { outcome, reason }: Ended,
  next: State,
): void {
  const { kind } = run.request
  if (!['superseded', 'abort_requested', 'deadline_passed'].includes(reason)) return
  const { on_abort, way_back } = furthest(operation)
  hold(way_back || kind === 'deploy', `no ${kind} ends what has no way back`)
  checkTornDown(world, operation, next)
  if (run.tookBack === operation.id) {
    hold(outcome === 'rolled_back', `aborted with ${outcome} after traffic was shifted back`)
    return
  }
  const allowed = {
    leave: ['aborted'],
    back: operation.kind === 'rollback' ? ['restored'] : ['rolled_back', 'failed'],
    stay: ['failed'],
  }[on_abort]
  hold(allowed.includes(outcome), `aborted with ${outcome} where the table says "${on_abort}"`)
}

/** A color that is said to be gone is gone. */
function checkTornDown(
  { content, shape, ledger }: World,
  { to_color: to }: OperationRecord,
  next: State,
): void {
  if (to === null || next[to]?.state !== 'retired' || ledger[to]?.state === 'retired') return
  hold(next.live !== to, `${to} is torn down, and is live`)
  hold(!shape.retire || content[to] === null, `${to} is torn down, and its retire command has not ended`)
}

/**
 * Phases may be removed from an operation only to abort it: what they brought to its color is torn down, so that no run
 * continues from there.
 */
export function checkTakenBack(
  run: Run,
  before: OperationRecord,
  operation: OperationRecord,
  next: State,
): void {
  const isGivingUp = run.request.kind === 'abort' || isOverdue(before, run.begunWith?.now ?? 0)
  hold(isGivingUp, 'phases go forward')
  const isLeft = operation.phases.every(({ phase }) => before.phases.some((one) => one.phase === phase))
  hold(isLeft, 'an abort begins no phase')
  hold(next.live !== before.to_color, 'nothing is taken from what is live')
  if (furthest(before).on_abort === 'back') run.tookBack = before.id
}

/** Whether a retire command that begins is not that of a release that is made final. */
export function isTearDown({ ledger }: World, run: Run, operation: string): boolean {
  if (run.request.kind === 'abort') return true
  const { operation: current } = ledger
  return current?.id === operation && current.phases.every(({ phase }) => phase !== 'retire')
}

/** A color that was never promoted is about to be torn down: as far as the run can know, it has no traffic. */
export function checkTearDown({ ledger, now }: World, run: Run, color: Color): void {
  const { operation } = ledger
  const { kind, teardown } = run.request
  hold(run.saw !== undefined, `${color} is torn down without a look at the router`)
  hold(run.saw !== color && run.saw !== 'split', `${color} is torn down, and the router said ${run.saw}`)
  if (run.usurped || operation?.owner?.pid !== run.number) return
  hold(ledger.live !== color, `${color} is torn down, and the ledger says that it is live`)
  const isOpen =
    ledger[color]?.state !== 'deploying' || operation.phases.some(({ phase }) => phase === 'deploy')
  hold(!isOpen, `${color} is torn down, and another run may continue with it`)
  const isAsked = kind === 'abort' ? teardown === true : isOverdue(operation, now)
  hold(isAsked, `${color} is torn down without a request`)
}
