import { type Color, otherColor } from '../../drivers/color.js'
import type { Router } from '../../drivers/routers/router.js'
import { Site } from '../../drivers/target.js'
import { asFailure, OperationFailure } from '../ledger/failure.js'
import type { Journal } from '../ledger/journal.js'
import type { Operation, ReleaseName, Slot, State } from '../ledger/state.js'
import { isFinal, reached } from '../phases/phases.js'
import type { Ports } from '../phases/ports.js'
import { releaseFolder } from '../phases/preparation.js'
import { confirmEnd } from '../phases/taken-over.js'
import { ensureAgreement, safeColor, settle, takeUsersTo } from './in-flight.js'
import { noWayBack } from './unfinished.js'

/** An unfinished operation of an environment with two colors that nobody works on is to be given up. */
export interface GivingUp {
  journal: Journal
  router: Router
  ports: Ports
  signal: AbortSignal
  reason: 'abort_requested' | 'deadline_passed'
  /** Whether a color that never was promoted is torn down. */
  teardown: boolean
  /** Unpacks a release into a folder, from wherever it is kept; false when it is kept nowhere. */
  unpack: (name: ReleaseName, folder: string) => Promise<boolean>
}

/** What became of it; `failure` when the color could not be torn down, and the operation still waits. */
export interface Aborted {
  message: string
  failure?: OperationFailure
}

/** A color that was prepared for users, and never got them to stay. */
interface Unpromoted {
  color: Color
  slot: Slot
}

/**
 * Give an operation up: users go, or stay, where the table of phases says. Then its color is torn down, while the operation
 * is still owned: nobody else deploys to that color meanwhile.
 *
 * @throws OperationFailure `contracted`, `router_disagrees`; ShiftFailure; LedgerError
 */
export async function abortUnfinished(run: GivingUp): Promise<Aborted> {
  const { journal, router, ports, reason } = run
  const operation = journal.operation
  if (!operation) return { message: 'Nothing is unfinished.' }
  const { version } = operation.release
  if (isFinal(journal)) throw noWayBack(version)
  const { on_abort } = reached(journal)
  const isBack = on_abort === 'back'
  if (operation.kind === 'rollback' || on_abort === 'stay' || (isBack && operation.from_color === null)) {
    await settle(journal, router, ports, reason)
    return { message: `The ${operation.kind} of ${version} was given up. ${trafficOn(journal.state)}` }
  }
  if (!isBack) ensureAgreement(journal.state, await router.current())
  const hasFiles = run.teardown && (await findFiles(run, unpromoted(journal.state, operation, isBack)))
  await journal.claim({ ...operation, attempt: operation.attempt + 1 }, journal.state.strategy)
  const safe = isBack ? safeColor(operation) : null
  if (safe !== null) {
    await takeUsersTo(safe, journal, router, ports, (change) =>
      journal.note(`traffic is on ${safe}`, (state) => withoutDeploy(change(state))),
    )
  }
  const color = unpromoted(journal.state, operation, isBack)
  const torn = await tearDownIf(run, color, hasFiles)
  if (torn.failure) return torn
  await journal.end(isBack ? 'rolled_back' : 'aborted', reason, torn.change)
  await confirmEnd(router, journal, ports)
  return {
    message: `The deploy of ${version} was given up. ${trafficOn(journal.state)} ${torn.message}`.trim(),
  }
}

function trafficOn({ live }: State): string {
  return live === null ? 'There are no users yet.' : `Traffic is on ${live}.`
}

/** The color that the operation has prepared. One that it had not come to still holds what it held. */
function unpromoted(state: State, operation: Operation, wasMoved: boolean): Unpromoted | undefined {
  const color = operation.to_color
  const slot = color && state[color]
  if (!color || !slot || slot.release.digest !== operation.release.digest) return undefined
  const isPrepared = ['deploying', 'ready'].includes(slot.state) || wasMoved
  return isPrepared ? { color, slot } : undefined
}

/** Whether the release's files are here, which its command may need. */
async function findFiles({ ports, unpack }: GivingUp, unpromoted: Unpromoted | undefined): Promise<boolean> {
  if (!unpromoted || !retireOf(unpromoted.slot)) return true
  const { release } = unpromoted.slot
  const folder = releaseFolder(ports, release)
  return ports.unpacked.has(folder) || unpack(release, folder)
}

function retireOf({ settings }: Slot) {
  return settings.strategy === 'blue_green' ? settings.retire : undefined
}

interface TornDown extends Aborted {
  /** What becomes true in the ledger as the operation ends. */
  change: (state: State) => State
}

async function tearDownIf(
  run: GivingUp,
  unpromoted: Unpromoted | undefined,
  hasFiles: boolean,
): Promise<TornDown> {
  const change = (state: State) => state
  if (!unpromoted) return { message: '', change }
  const { color, slot } = unpromoted
  const { version } = slot.release
  if (!run.teardown) return { message: `${color} was left as it is, with ${version}.`, change }
  if (!hasFiles) {
    const message = `${color} was left as it is: the files of ${version}, which its retire command needs, are nowhere.`
    return { message, change }
  }
  try {
    await tearDown(run, unpromoted)
  } catch (error) {
    const { reason, message, remedy } = asFailure(error)
    await run.journal.wait((state) => state, `${color} is not torn down`)
    const text = `${trafficOn(run.journal.state)} But ${color} could not be torn down: ${message}`
    const more = 'Then run changeover abort again, or with --no-teardown.'
    const failure = new OperationFailure(reason, text, [remedy, more].filter(Boolean).join(' '), error)
    return { message: text, failure, change }
  }
  const { rolling: _void, ...rest } = slot
  const retired: Slot = { ...rest, state: 'retired', since: run.journal.now() }
  return { message: `${color} was torn down.`, change: (state) => ({ ...state, [color]: retired }) }
}

/** Run the retire command for a color that nobody is on: ledger and router say so, just before. */
async function tearDown(run: GivingUp, { color, slot }: Unpromoted): Promise<void> {
  const { journal, router, ports, signal } = run
  // from here on nothing may go on with what is on that color: whoever comes next deploys to it anew
  const begun: Slot = { ...slot, state: 'deploying' }
  await journal.note(`tear ${color} down`, (state) => withoutDeploy({ ...state, [color]: begun }))
  const { live, environment, operation } = journal.state
  const current = await router.current()
  if (live === color || current === color || current === 'split' || (live !== null && current !== live)) {
    throw new OperationFailure(
      'router_disagrees',
      `Users may be on ${color}: the ledger says ${live ?? 'none'}, the router "${current}".`,
      `Set the router to ${live ?? otherColor(color)}.`,
    )
  }
  const retire = retireOf(slot)
  if (!retire || !operation) return
  const release = { ...slot.release, folder: releaseFolder(ports, slot.release) }
  const liveColor = live ?? undefined
  const options = { environment, settings: slot.settings, color, liveColor, release }
  const site = new Site({ ...options, operation: operation.id }, ports)
  await ports.log.step(`Tear ${color} down`, () => site.run('retire', retire, signal))
}

/** The state with an operation that has yet to deploy. */
function withoutDeploy(state: State): State {
  const { operation } = state
  if (!operation) return state
  const early = ['claim', 'fetch', 'preflight', 'expand']
  const phases = operation.phases.filter(({ phase }) => early.includes(phase))
  return { ...state, operation: { ...operation, phases } }
}
