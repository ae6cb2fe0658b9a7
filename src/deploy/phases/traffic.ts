import type { Color } from '../../drivers/color.js'
import { type Router, RouterError } from '../../drivers/routers/router.js'
import { asFailure } from '../ledger/failure.js'
import type { State } from '../ledger/state.js'
import type { Run } from './operation.js'
import { furthest } from './phases.js'

// A run that stalls between its last record and the router can be taken over meanwhile, and no router refuses what it does
// then. Two checks repair that. A run that has shifted traffic reads the ledger afterwards, and a run that has ended an
// operation asks the router afterwards. The one that comes second sees what the other one did, and shifts traffic to where
// the ledger says.

/** How often traffic is shifted at most. More than once is needed only beside another run that shifts it. */
const TRIES = 5

type TrafficRun = Pick<Run, 'journal' | 'ports'>

/**
 * Shift traffic to a color, and ask the router where it sends traffic now: that decides, not the answer to the command.
 *
 * @throws RouterError
 */
export async function shiftAndReadBack(router: Router, to: Color): Promise<void> {
  await router.shiftTo(to)
  const current = await router.current()
  if (current === to) return
  throw new RouterError('shift_failed', 'router', `it was shifted to ${to}, but it reports "${current}"`)
}

/**
 * Whether the operation is still this run's. Asked before traffic is shifted back, and after each shift. When another run has
 * taken the operation over, traffic is shifted to where the ledger says, and the rest is left to that run.
 *
 * A ledger that cannot be read is no evidence of another run, unless the lease was lost.
 */
export async function isStillOurs(router: Router, { journal, ports }: TrafficRun): Promise<boolean> {
  try {
    if (await journal.catchUp()) return true
  } catch (error) {
    warn(ports, error)
    return !journal.hasLostLease
  }
  await followLedger(router, ports).catch((error: unknown) => warn(ports, error))
  return false
}

/** Make sure that traffic is where this run has recorded it. Called after an operation has ended, or waits. */
export async function confirmEnd(router: Router, { journal, ports }: TrafficRun): Promise<void> {
  if (recordedColor(journal.state) === undefined) return
  try {
    if ((await router.current()) !== journal.state.live) await followLedger(router, ports)
  } catch (error) {
    warn(ports, error)
  }
}

/** Shift traffic to where the ledger says, until the ledger says the same afterwards. */
async function followLedger(router: Router, ports: Run['ports']): Promise<void> {
  for (let tries = 0; tries < TRIES; tries++) {
    const color = recordedColor(await ports.ledger.read())
    if (color === undefined || (await router.current()) === color) return
    ports.log.warn(`Another run has also shifted traffic. The ledger says ${color}: shifting traffic there.`)
    await router.shiftTo(color)
  }
}

/** The color that must have the traffic; `undefined` while a run shifts it, since that run confirms it. */
function recordedColor({ live, operation }: State): Color | undefined {
  const isShifting = operation?.owner && furthest(operation.phases).on_abort === 'back'
  return isShifting ? undefined : (live ?? undefined)
}

function warn(ports: Run['ports'], error: unknown): void {
  ports.log.warn(`Could not find out whether another run also shifts traffic: ${asFailure(error).message}`)
}
