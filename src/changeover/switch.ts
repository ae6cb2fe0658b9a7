import type { Color } from '../drivers/color.js'
import { type ScheduledProbe, watch } from '../drivers/probes/ask.js'
import { type Router, RouterError } from '../drivers/routers/router.js'
import type { BlueGreenSettings } from '../manifest/manifest.generated.js'
import { asFailure, OperationFailure } from './failure.js'
import type { Journal } from './journal.js'
import type { OperationReport } from './operation-report.js'
import type { Ports } from './ports.js'
import { budgetOf, witnessOf } from './site.js'
import { withUsersOn } from './state.js'
import { isStillOurs } from './taken-over.js'
import type { Witness } from './witness.js'

/** Moving the users from one color to the other. */
export interface Move {
  from: Color | null
  to: Color
  router: Router
  /** Where the witness and its budget are described. */
  settings: BlueGreenSettings
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

/** The witness asks this long before the switch and after an undone one, so that its report shows the difference. */
const LEAD_MS = 500
const BUDGET_CHECK_MS = 50

/** Switch, watch, and undo the switch when the new color does not hold. The report gets the witness's figures. */
export async function moveUsers(
  move: Move,
  journal: Journal,
  ports: Ports,
  report: OperationReport,
  signal: AbortSignal,
): Promise<MoveEnd> {
  // before the first switch there are no users, and nobody to ask for them
  let witness = journal.state.live === null && !move.moved ? undefined : witnessOf(move.settings, ports)
  try {
    if (!move.moved) {
      const refused = await trySwitch(move, journal, ports, report, witness, signal)
      if (refused) return refused
    }
    witness ??= witnessOf(move.settings, ports)
    return await bake(move, journal, ports, report, witness, signal)
  } finally {
    if (witness) report.witness = await witness.stop()
  }
}

async function trySwitch(
  move: Move,
  journal: Journal,
  ports: Ports,
  report: OperationReport,
  witness: Witness | undefined,
  signal: AbortSignal,
): Promise<MoveEnd | undefined> {
  try {
    await move.router.check(move.to)
    if (witness) {
      await ports.clock.sleep(LEAD_MS, signal)
      checkBudget(move, witness, 'before the switch')
    }
    signal.throwIfAborted()
    await journal.enter('switch')
  } catch (error) {
    return { end: 'not_moved', failure: asFailure(error) }
  }
  try {
    await ports.log.step(`Switch users to ${move.to}`, async () => {
      const started = performance.now()
      await move.router.switchTo(move.to)
      report.switchMs = Math.round(performance.now() - started)
    })
    const current = await move.router.current()
    if (current === move.to) return undefined
    throw new RouterError('switch_failed', 'router', `it was switched to ${move.to} but says "${current}"`)
  } catch (error) {
    const end = await afterFailedSwitch(move, asFailure(error))
    return (await isStillOurs(move.router, journal, ports)) ? end : takenOver(end.failure)
  }
}

/** The router says that it failed; what it does now decides what that means. */
async function afterFailedSwitch(move: Move, failure: OperationFailure): Promise<Unmoved> {
  const back = move.from ?? 'none'
  let current = await move.router.current().catch(() => undefined)
  if (current !== back && move.from !== null) {
    await move.router.switchTo(move.from).catch(() => {})
    current = await move.router.current().catch(() => undefined)
  }
  if (current === back) return { end: 'not_moved', failure }
  const users =
    current === undefined
      ? 'Not every node of the router says where it sends users.'
      : `The router says "${current}".`
  return stuck(failure, users)
}

async function bake(
  move: Move,
  journal: Journal,
  ports: Ports,
  report: OperationReport,
  witness: Witness | undefined,
  signal: AbortSignal,
): Promise<MoveEnd> {
  const { clock, log } = ports
  try {
    await journal.enter('bake', (state) => withUsersOn(state, move.to, move.left, journal.now()))
    await log.step(`Watch ${move.to} for ${move.bakeMs / 1000} s`, async () => {
      const broken = new AbortController()
      const both = AbortSignal.any([signal, broken.signal])
      const overBudget = watchBudget(move, witness, ports, both).catch((error: unknown) =>
        broken.abort(error),
      )
      try {
        await watch(move.probes, move.bakeMs, clock, both, report.probes.during('bake'))
      } finally {
        broken.abort(new Error('the watch has ended'))
        await overBudget
      }
      if (witness) {
        report.witness = await witness.stop()
        checkBudget(move, witness, 'while users were on the new color')
      }
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

async function watchBudget(
  move: Move,
  witness: Witness | undefined,
  ports: Ports,
  signal: AbortSignal,
): Promise<void> {
  while (witness && !signal.aborted) {
    checkBudget(move, witness, 'while users were on the new color')
    await ports.clock.sleep(BUDGET_CHECK_MS, signal).catch(() => {})
  }
}

function checkBudget(move: Move, witness: Witness, when: string): void {
  const failed = witness.failed()
  const budget = budgetOf(move.settings)
  if (failed <= budget) return
  throw new OperationFailure(
    'witness_budget_exceeded',
    `${failed} of the witness's requests failed ${when}; the budget is ${budget}.`,
    'See the witness in the result: when, and how, requests failed.',
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
  try {
    await ports.log.step(`Switch users back to ${from}`, () => move.router.switchTo(from))
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
  await ports.clock.sleep(LEAD_MS)
  return { end: 'undone', failure }
}

function takenOver(failure: OperationFailure): Unmoved {
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
