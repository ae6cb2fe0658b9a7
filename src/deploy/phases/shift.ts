import type { Color } from '../../drivers/color.js'
import { type ScheduledProbe, watch } from '../../drivers/probes/ask.js'
import type { Router } from '../../drivers/routers/router.js'
import { withUsersOn } from '../ledger/state.js'
import type { WitnessWatch } from '../monitor/watch.js'
import { asFailure, OperationFailure } from '../operations/failure.js'
import type { Journal } from '../operations/journal.js'
import type { OperationReport } from '../operations/operation-report.js'
import type { Ports } from '../operations/ports.js'
import { isStillOurs } from '../recovery/taken-over.js'
import { switchAndReadBack } from './read-back.js'

/** Moving the users from one color to the other. */
export interface Move {
  from: Color | null
  to: Color
  router: Router
  /** Asks already, unless nobody is live. */
  witness: WitnessWatch
  /** Asked of the new color while users are on it. */
  probes: readonly ScheduledProbe[]
  /** Milliseconds that the new color is watched. */
  bakeMs: number
  /** What becomes of the color that users leave. */
  left: 'standby' | 'rejected'
  /** The router was found on the new color already: a run died after its switch. */
  moved: boolean
}

/** How a move ended. `undone` and `stuck`: users were on the new color, and are back, or could not be taken back. */
export type MoveEnd = { end: 'moved' } | Unmoved
export type Unmoved = { end: 'not_moved' | 'undone' | 'stuck'; failure: OperationFailure }

/** Switch, watch, and undo the switch when the new color does not hold. The report gets the witness's figures. */
export async function moveUsers(
  move: Move,
  journal: Journal,
  ports: Ports,
  report: OperationReport,
  signal: AbortSignal,
): Promise<MoveEnd> {
  try {
    if (!move.moved) {
      const refused = await trySwitch(move, journal, ports, report, signal)
      if (refused) return refused
    }
    move.witness.arrived()
    return await bake(move, journal, ports, report, signal)
  } finally {
    await move.witness.end()
  }
}

async function trySwitch(
  move: Move,
  journal: Journal,
  ports: Ports,
  report: OperationReport,
  signal: AbortSignal,
): Promise<MoveEnd | undefined> {
  try {
    await move.router.check(move.to)
    await move.witness.beforeSwitch(signal)
    signal.throwIfAborted()
    await journal.enter('switch')
  } catch (error) {
    return { end: 'not_moved', failure: asFailure(error) }
  }
  try {
    await ports.log.step(`Switch users to ${move.to}`, async () => {
      move.witness.mark('switch_started')
      const started = performance.now()
      await switchAndReadBack(move.router, move.to)
      report.switchMs = Math.round(performance.now() - started)
    })
    return undefined
  } catch (error) {
    move.witness.mark('back_started')
    const failure = asFailure(error)
    const isOurs = () => isStillOurs(move.router, journal, ports)
    const end = await afterFailedSwitch(move, failure, isOurs)
    if (end?.end === 'not_moved') move.witness.mark('back_ended')
    return end && (await isOurs()) ? end : takenOver(failure)
  }
}

/**
 * The router says that it failed; what it does now decides what that means. `undefined`: the operation is another run's
 * by now, and so it is not for this one to take users back.
 */
async function afterFailedSwitch(
  move: Move,
  failure: OperationFailure,
  isOurs: () => Promise<boolean>,
): Promise<Unmoved | undefined> {
  const back = move.from ?? 'none'
  let notBack = ''
  let current = await move.router.current().catch(() => undefined)
  if (current !== back && move.from !== null) {
    if (!(await isOurs())) return undefined
    await move.router.switchTo(move.from).catch((error: unknown) => {
      notBack = ` And users could not be taken back to ${move.from}: ${asFailure(error).message}`
    })
    current = await move.router.current().catch(() => undefined)
  }
  if (current === back) return { end: 'not_moved', failure }
  const users =
    current === undefined
      ? 'Not every node of the router says where it sends users.'
      : `The router says "${current}".`
  return stuck(failure, `${users}${notBack}`)
}

async function bake(
  move: Move,
  journal: Journal,
  ports: Ports,
  report: OperationReport,
  signal: AbortSignal,
): Promise<MoveEnd> {
  const { clock, log } = ports
  try {
    await journal.enter('bake', (state) => withUsersOn(state, move.to, move.left, journal.now()))
    await log.step(`Watch ${move.to} for ${move.bakeMs / 1000} s`, async () => {
      const broken = new AbortController()
      const both = AbortSignal.any([signal, broken.signal])
      const overBudget = move.witness.during(both).catch((error: unknown) => broken.abort(error))
      try {
        await watch(move.probes, move.bakeMs, clock, both, report.probes.during('bake'))
      } finally {
        broken.abort(new Error('the watch has ended'))
        await overBudget
      }
      await move.witness.conclude()
      await ensureUsersStayed(move)
    })
    return { end: 'moved' }
  } catch (error) {
    return undo(move, journal, ports, asFailure(error))
  }
}

/** Probes and commands ask the color, not the router: what is promoted is what users are on. */
async function ensureUsersStayed({ router, to }: Move): Promise<void> {
  const current = await router.current()
  if (current === to) return
  throw new OperationFailure(
    'router_disagrees',
    `Users were switched to ${to}, but at the end of the bake the router says "${current}".`,
    'Somebody changed the router by hand, or it lost its state.',
  )
}

/** Take users back to the color that worked. The caller's signal does not stop this. */
export async function undo(
  move: Move,
  journal: Journal,
  ports: Ports,
  failure: OperationFailure,
): Promise<Unmoved> {
  const { from } = move
  if (!(await isStillOurs(move.router, journal, ports))) return takenOver(failure)
  if (from === null) return stuck(failure, 'There is no other color to go back to.')
  move.witness.mark('back_started')
  try {
    await ports.log.step(`Switch users back to ${from}`, () => switchAndReadBack(move.router, from))
  } catch (error) {
    if (!(await isStillOurs(move.router, journal, ports))) return takenOver(failure)
    return stuck(asFailure(error), `${failure.message} And users could not be taken back to ${from}.`)
  }
  try {
    await journal.note(`back on ${from}`, (state) => withUsersOn(state, from, 'rejected', journal.now()))
  } catch (error) {
    if (!(await isStillOurs(move.router, journal, ports))) return takenOver(failure)
    // users are safe; the next run finds the unfinished operation, asks the router and sees the same
    ports.log.warn(`The ledger does not know yet that users are back on ${from}: ${asFailure(error).message}`)
  }
  await move.witness.afterwards()
  return { end: 'undone', failure }
}

function takenOver(failure: OperationFailure): Unmoved {
  if (failure.reason === 'lease_lost') {
    return stuck(failure, 'Another run may have users by now: they were left where they are.')
  }
  const what = 'Another run has taken this operation over. Users are where that run, or the ledger, says.'
  return {
    end: 'stuck',
    failure: new OperationFailure('ledger_moved', what, 'See changeover status.', failure),
  }
}

function stuck(failure: OperationFailure, more: string): Unmoved {
  const message = `${failure.message} ${more}`
  return { end: 'stuck', failure: new OperationFailure(failure.reason, message, failure.remedy, failure) }
}
