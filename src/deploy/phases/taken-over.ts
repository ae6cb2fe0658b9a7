import type { Color } from '../../drivers/color.js'
import type { Router } from '../../drivers/routers/router.js'
import { asFailure } from '../ledger/failure.js'
import type { Journal } from '../ledger/journal.js'
import type { State } from '../ledger/state.js'
import { furthest } from './phases.js'
import type { Ports } from './ports.js'

// A run that stands still between its last record and the router can be taken over meanwhile, and no router refuses what
// it does then. Two questions put that right. Who shift traffic asks the ledger afterwards, and who ends an operation asks
// the router afterwards: whichever comes second sees what the other one did, and takes users to where the ledger says.

/** How often traffic is shifted at most: more than once only beside a run that moves them at the same time. */
const TRIES = 5

/**
 * To be asked before traffic is shifted back, and after they were moved. When the operation is another run's by now, users are
 * taken to where the ledger says, and the rest is left to that run.
 *
 * @returns whether the operation is this run's; a ledger that cannot be read does not say otherwise, unless the lease was lost
 */
export async function isStillOurs(router: Router, journal: Journal, ports: Ports): Promise<boolean> {
  try {
    if (await journal.catchUp()) return true
  } catch (error) {
    warn(ports, error)
    return !journal.hasLostLease
  }
  await followLedger(router, ports).catch((error: unknown) => warn(ports, error))
  return false
}

/** To be asked after an operation has ended, or waits: what this run has recorded is where users are. */
export async function confirmEnd(router: Router, journal: Journal, ports: Ports): Promise<void> {
  if (whereUsersBelong(journal.state) === undefined) return
  try {
    if ((await router.current()) !== journal.state.live) await followLedger(router, ports)
  } catch (error) {
    warn(ports, error)
  }
}

/** Take users to where the ledger says, until it says nothing else. */
async function followLedger(router: Router, ports: Ports): Promise<void> {
  for (let tries = 0; tries < TRIES; tries++) {
    const color = whereUsersBelong(await ports.ledger.read())
    if (color === undefined || (await router.current()) === color) return
    ports.log.warn(`Two runs shift traffic. The ledger says ${color}, so they are taken there.`)
    await router.shiftTo(color)
  }
}

/** `undefined` while users are being moved: who does that confirms it. */
function whereUsersBelong({ live, operation }: State): Color | undefined {
  const isMoving = operation?.owner && furthest(operation.phases).on_abort === 'back'
  return isMoving ? undefined : (live ?? undefined)
}

function warn(ports: Ports, error: unknown): void {
  ports.log.warn(`It is not known whether another run shift traffic as well: ${asFailure(error).message}`)
}
