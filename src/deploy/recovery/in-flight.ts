import type { Color } from '../../drivers/color.js'
import type { Current, Router } from '../../drivers/routers/router.js'
import { asFailure, OperationFailure, ShiftFailure } from '../ledger/failure.js'
import type { Journal } from '../ledger/journal.js'
import type { Reason } from '../ledger/outcome.js'
import { type Operation, type State, withTrafficOn } from '../ledger/state.js'
import { reached } from '../phases/phases.js'
import type { Ports } from '../phases/ports.js'
import { shiftAndReadBack } from '../phases/read-back.js'
import { confirmEnd, isStillOurs } from '../phases/taken-over.js'

/**
 * Make sure that nobody is at work on an unfinished operation. One that waits for the shift, or whose run is
 * known to be dead, may be picked up.
 *
 * @throws OperationFailure `operation_in_flight`
 */
export async function ensureNobodyAtWork(
  operation: Operation,
  takeOver: boolean,
  ports: Pick<Ports, 'liveness'>,
): Promise<void> {
  if (operation.owner === null || takeOver) return
  const { state, why } = await ports.liveness(operation.owner)
  if (state === 'dead') return
  const { kind, release, owner, started_at } = operation
  throw new OperationFailure(
    'operation_in_flight',
    `A ${kind} of ${release.version} is in flight: ${owner.name}, process ${owner.pid} on ${owner.host}, since ${started_at}. ${SAID[state]}: ${why}.`,
    state === 'alive'
      ? 'Wait until it ends (--wait 10m), or end that run. If you know that it is dead all the same, start again with --take-over.'
      : 'Wait until it ends (--wait 10m). If you know that its run is dead, start again with --take-over.',
  )
}

const SAID = { alive: 'It is alive', unknown: 'It is not known whether it is alive' } as const

/**
 * Make sure that ledger and router tell the same story before anything is started.
 *
 * @throws OperationFailure `router_disagrees`
 */
export function ensureAgreement(state: State, current: Current): void {
  if (current === 'split') {
    throw disagreement('The router sends some users to blue and some to green.')
  }
  if (state.live !== null && current !== state.live) {
    const where = current === 'none' ? 'nowhere' : `to ${current}`
    throw disagreement(`The ledger says that ${state.live} is live, but the router sends users ${where}.`)
  }
}

function disagreement(message: string): OperationFailure {
  return new OperationFailure(
    'router_disagrees',
    message,
    'Somebody changed the router by hand, or it lost its state. Set it back to the color that users should be on, and start again.',
  )
}

/**
 * Bring an operation that nobody works on to a safe end: a deploy goes back to the color that users came from,
 * a rollback that had begun to shift goes on to where it was going. Past the point of no return users stay.
 *
 * Traffic is shifted only by who owns the operation: two runs may find the same one unfinished, and one of them goes on.
 *
 * @throws LedgerError `ledger_moved` when another run was first
 */
export async function settle(
  journal: Journal,
  router: Router,
  ports: Ports,
  reason: Reason = 'superseded',
): Promise<void> {
  const operation = journal.operation
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
  await takeUsersTo(safe, journal, router, ports, async (change) => {
    await journal.end(outcome, reason, change)
  })
  await confirmEnd(router, journal, ports)
}

/** Where users are to be when an operation is given up while they are being moved. */
export function safeColor({ kind, from_color, to_color }: Operation): Color | null {
  return (kind === 'rollback' ? to_color : from_color) ?? to_color
}

/**
 * Take users to a color, and record that, as the owner of the operation.
 *
 * @throws ShiftFailure; LedgerError when users were there already
 */
export async function takeUsersTo(
  safe: Color,
  journal: Journal,
  router: Router,
  ports: Ports,
  record: (change: (state: State) => State) => Promise<void>,
): Promise<void> {
  const isThere = (await router.current()) === safe
  try {
    if (!isThere) await shiftAndReadBack(router, safe)
    if (!(await isStillOurs(router, journal, ports))) throw superseded()
    await record((state) => withTrafficOn(state, safe, 'rejected', journal.now()))
  } catch (error) {
    await isStillOurs(router, journal, ports)
    throw isThere ? error : new ShiftFailure(asFailure(error), error)
  }
}

function superseded(): OperationFailure {
  return new OperationFailure(
    'ledger_moved',
    'Another run has taken over meanwhile.',
    'See changeover status.',
  )
}
