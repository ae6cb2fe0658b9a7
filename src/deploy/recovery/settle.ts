import type { Color } from '../../drivers/color.js'
import type { Router, RouterState } from '../../drivers/routers/router.js'
import { asFailure, OperationFailure, ShiftFailure } from '../ledger/failure.js'
import type { Reason } from '../ledger/outcome.js'
import { type OperationRecord, type State, withTrafficOn } from '../ledger/state.js'
import type { Ports, Run } from '../phases/operation.js'
import { furthest, reached } from '../phases/phases.js'
import { confirmEnd, isStillOurs, shiftAndReadBack } from '../phases/traffic.js'

/**
 * Make sure that no run works on an unfinished operation. One that waits for the shift, or whose run is known to be dead, is
 * free.
 *
 * @throws OperationFailure `operation_in_flight`
 */
export async function ensureUnowned(
  operation: OperationRecord,
  takeOver: boolean,
  ports: Pick<Ports, 'liveness'>,
): Promise<void> {
  if (operation.owner === null || takeOver) return
  const { state, why } = await ports.liveness(operation.owner)
  if (state === 'dead') return
  const { kind, release, owner, started_at } = operation
  const alive = state === 'alive' ? 'That run is alive' : 'Changeover cannot tell whether that run is alive'
  throw new OperationFailure(
    'operation_in_flight',
    `A ${kind} of ${release.version} is in flight: ${owner.name}, process ${owner.pid} on ${owner.host}, since ${started_at}. ${alive}: ${why}.`,
    'Wait for it (add --wait 10m) or stop that run. If you are sure that it is dead, run the same command with --take-over. In an action, set the input `wait` or `take-over`.',
  )
}

/**
 * Make sure that the ledger and the router agree before an operation begins.
 *
 * @throws OperationFailure `router_disagrees`
 */
export function ensureAgreement(state: State, current: RouterState): void {
  if (current === 'split') {
    throw disagreement('The router sends some traffic to blue and some to green.')
  }
  if (state.live !== null && current !== state.live) {
    const where = current === 'none' ? 'nowhere' : `to ${current}`
    throw disagreement(`The ledger says that ${state.live} is live, but the router sends traffic ${where}.`)
  }
}

function disagreement(message: string): OperationFailure {
  return new OperationFailure(
    'router_disagrees',
    message,
    'The router was changed by hand, or it lost its state. Set it to the color that must have the traffic, and start again.',
  )
}

/**
 * Bring an operation that no run works on to a safe end: the traffic of a deploy goes back to the old color, a rollback that
 * had begun its shift is completed. Past the bake, traffic stays.
 *
 * Only the owner of the operation shifts traffic: of two runs that find it unfinished, one claims it.
 *
 * @throws ShiftFailure; LedgerError `ledger_moved` when another run was faster
 */
export async function settle(run: Run, router: Router, reason: Reason = 'superseded'): Promise<void> {
  const { journal } = run
  const { operation } = journal
  if (!operation) return
  const { kind, from_color } = operation
  const safe = safeColor(operation)
  const { on_abort } = reached(journal)
  if (on_abort === 'stay') {
    await journal.end('failed', reason)
    return
  }
  if (on_abort === 'leave' || safe === null) {
    await journal.end('aborted', reason)
    return
  }
  await journal.claim({ ...operation, attempt: operation.attempt + 1 }, journal.state.strategy)
  const outcome = kind === 'rollback' ? 'restored' : safe === from_color ? 'rolled_back' : 'failed'
  await shiftToSafety(run, router, safe, async (change) => {
    await journal.end(outcome, reason, change)
  })
  await confirmEnd(router, run)
}

/** The color that gets the traffic when an operation is aborted during its shift or its bake. */
export function safeColor({ kind, from_color, to_color }: OperationRecord): Color | null {
  return (kind === 'rollback' ? to_color : from_color) ?? to_color
}

/**
 * Shift traffic to a color and record that, as the owner of the operation.
 *
 * @throws ShiftFailure; LedgerError when traffic was there already
 */
export async function shiftToSafety(
  run: Run,
  router: Router,
  safe: Color,
  record: (change: (state: State) => State) => Promise<void>,
): Promise<void> {
  const isThere = (await router.current()) === safe
  try {
    if (!isThere) await shiftAndReadBack(router, safe)
    if (!(await isStillOurs(router, run))) {
      throw new OperationFailure(
        'ledger_moved',
        'Another run has taken over meanwhile.',
        'See changeover status.',
      )
    }
    await record((state) => withTrafficOn(state, safe, 'rejected', run.journal.now()))
  } catch (error) {
    await isStillOurs(router, run)
    throw isThere ? error : new ShiftFailure(asFailure(error), error)
  }
}

/** Whether a verified release was not promoted in time. Once its shift has begun, the deadline no longer counts. */
export function hasExpired({ deadline, phases }: OperationRecord, now: Date): boolean {
  const isEarly = furthest(phases).on_abort === 'leave'
  return deadline !== undefined && now.getTime() > Date.parse(deadline) && isEarly
}

/**
 * What a rollback makes of an operation that no run works on. `unchanged`: traffic never left, and the rollback is done.
 * `restored`: traffic goes back to where it is safe, and the rollback is done. `continues`: the operation ends, and the rollback begins.
 *
 * @throws OperationFailure `contracted`
 */
export function whatBecomesOf(
  { kind, phases, to_color, release }: OperationRecord,
  { live, environment }: Pick<State, 'live' | 'environment'>,
): 'unchanged' | 'restored' | 'continues' {
  const { on_abort, way_back } = furthest(phases)
  if (!way_back) throw noWayBack(environment, release.version)
  // the release has the traffic for good, or had it before the deploy began: shifting it back is left to do
  const isLive = on_abort === 'stay' || (on_abort === 'leave' && live !== null && live === to_color)
  if (isLive) return 'continues'
  if (on_abort === 'back') return 'restored'
  return kind === 'rollback' ? 'continues' : 'unchanged'
}

/** An operation past the point of no return can only be finished. */
export function noWayBack(environment: string, version: string): OperationFailure {
  return new OperationFailure(
    'contracted',
    `The run that finalized ${version} died past the point of no return.`,
    `Finish it: changeover deploy -e ${environment} -r ${version} --until finalized`,
  )
}
