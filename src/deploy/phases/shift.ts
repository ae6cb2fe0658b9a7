import type { Color } from '../../drivers/color.js'
import { type ScheduledProbe, watch } from '../../drivers/probes/ask.js'
import type { Router } from '../../drivers/routers/router.js'
import { asFailure, OperationFailure } from '../ledger/failure.js'
import type { Journal } from '../ledger/journal.js'
import { withTrafficOn } from '../ledger/state.js'
import type { MonitorWatch } from '../monitor/watch.js'
import type { OperationReport } from './operation-report.js'
import type { Ports } from './ports.js'
import { shiftAndReadBack } from './read-back.js'
import { isStillOurs } from './taken-over.js'

/** Moving the users from one color to the other. */
export interface Shift {
  from: Color | null
  to: Color
  router: Router
  /** Asks already, unless nobody is live. */
  monitor: MonitorWatch
  /** Asked of the new color while traffic is on it. */
  probes: readonly ScheduledProbe[]
  /** Milliseconds that the new color is watched. */
  bakeMs: number
  /** What becomes of the color that users leave. */
  left: 'standby' | 'rejected'
  /** The router was found on the new color already: a run died after its shift. */
  moved: boolean
}

/** How a move ended. `undone` and `stuck`: traffic was on the new color, and are back, or could not be taken back. */
export type ShiftEnd = { end: 'moved' } | NotShifted
export type NotShifted = { end: 'not_moved' | 'undone' | 'stuck'; failure: OperationFailure }

/** Shift, watch, and undo the shift when the new color does not hold. The report gets the monitor's figures. */
export async function shiftTraffic(
  move: Shift,
  journal: Journal,
  ports: Ports,
  report: OperationReport,
  signal: AbortSignal,
): Promise<ShiftEnd> {
  try {
    if (!move.moved) {
      const refused = await tryShift(move, journal, ports, report, signal)
      if (refused) return refused
    }
    move.monitor.arrived()
    return await bake(move, journal, ports, report, signal)
  } finally {
    await move.monitor.end()
  }
}

async function tryShift(
  move: Shift,
  journal: Journal,
  ports: Ports,
  report: OperationReport,
  signal: AbortSignal,
): Promise<ShiftEnd | undefined> {
  try {
    await move.router.check(move.to)
    await move.monitor.beforeShift(signal)
    signal.throwIfAborted()
    await journal.enter('shift')
  } catch (error) {
    return { end: 'not_moved', failure: asFailure(error) }
  }
  try {
    await ports.log.step(`Shift users to ${move.to}`, async () => {
      move.monitor.mark('shift_started')
      const started = performance.now()
      await shiftAndReadBack(move.router, move.to)
      report.shiftMs = Math.round(performance.now() - started)
    })
    return undefined
  } catch (error) {
    move.monitor.mark('back_started')
    const failure = asFailure(error)
    const isOurs = () => isStillOurs(move.router, journal, ports)
    const end = await afterFailedShift(move, failure, isOurs)
    if (end?.end === 'not_moved') move.monitor.mark('back_ended')
    return end && (await isOurs()) ? end : takenOver(failure)
  }
}

/**
 * The router says that it failed; what it does now decides what that means. `undefined`: the operation is another run's
 * by now, and so it is not for this one to shift traffic back.
 */
async function afterFailedShift(
  move: Shift,
  failure: OperationFailure,
  isOurs: () => Promise<boolean>,
): Promise<NotShifted | undefined> {
  const back = move.from ?? 'none'
  let notBack = ''
  let current = await move.router.current().catch(() => undefined)
  if (current !== back && move.from !== null) {
    if (!(await isOurs())) return undefined
    await move.router.shiftTo(move.from).catch((error: unknown) => {
      notBack = ` And traffic could not be shifted back to ${move.from}: ${asFailure(error).message}`
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
  move: Shift,
  journal: Journal,
  ports: Ports,
  report: OperationReport,
  signal: AbortSignal,
): Promise<ShiftEnd> {
  const { clock, log } = ports
  try {
    await journal.enter('bake', (state) => withTrafficOn(state, move.to, move.left, journal.now()))
    await log.step(`Watch ${move.to} for ${move.bakeMs / 1000} s`, async () => {
      const broken = new AbortController()
      const both = AbortSignal.any([signal, broken.signal])
      const overBudget = move.monitor.during(both).catch((error: unknown) => broken.abort(error))
      try {
        await watch(move.probes, move.bakeMs, clock, both, report.probes.during('bake'))
      } finally {
        broken.abort(new Error('the watch has ended'))
        await overBudget
      }
      await move.monitor.conclude()
      await ensureUsersStayed(move)
    })
    return { end: 'moved' }
  } catch (error) {
    return undo(move, journal, ports, asFailure(error))
  }
}

/** Probes and commands ask the color, not the router: what is promoted is what traffic is on. */
async function ensureUsersStayed({ router, to }: Shift): Promise<void> {
  const current = await router.current()
  if (current === to) return
  throw new OperationFailure(
    'router_disagrees',
    `Traffic was shifted to ${to}, but at the end of the bake the router says "${current}".`,
    'Somebody changed the router by hand, or it lost its state.',
  )
}

/** Take users back to the color that worked. The caller's signal does not stop this. */
export async function undo(
  move: Shift,
  journal: Journal,
  ports: Ports,
  failure: OperationFailure,
): Promise<NotShifted> {
  const { from } = move
  if (!(await isStillOurs(move.router, journal, ports))) return takenOver(failure)
  if (from === null) return stuck(failure, 'There is no other color to go back to.')
  move.monitor.mark('back_started')
  try {
    await ports.log.step(`Shift users back to ${from}`, () => shiftAndReadBack(move.router, from))
  } catch (error) {
    if (!(await isStillOurs(move.router, journal, ports))) return takenOver(failure)
    return stuck(asFailure(error), `${failure.message} And traffic could not be shifted back to ${from}.`)
  }
  try {
    await journal.note(`back on ${from}`, (state) => withTrafficOn(state, from, 'rejected', journal.now()))
  } catch (error) {
    if (!(await isStillOurs(move.router, journal, ports))) return takenOver(failure)
    // users are safe; the next run finds the unfinished operation, asks the router and sees the same
    ports.log.warn(
      `The ledger does not know yet that traffic is back on ${from}: ${asFailure(error).message}`,
    )
  }
  await move.monitor.afterwards()
  return { end: 'undone', failure }
}

function takenOver(failure: OperationFailure): NotShifted {
  if (failure.reason === 'lease_lost') {
    return stuck(failure, 'Another run may have users by now: they were left where they are.')
  }
  const what = 'Another run has taken this operation over. Traffic is where that run, or the ledger, says.'
  return {
    end: 'stuck',
    failure: new OperationFailure('ledger_moved', what, 'See changeover status.', failure),
  }
}

function stuck(failure: OperationFailure, more: string): NotShifted {
  const message = `${failure.message} ${more}`
  return { end: 'stuck', failure: new OperationFailure(failure.reason, message, failure.remedy, failure) }
}
