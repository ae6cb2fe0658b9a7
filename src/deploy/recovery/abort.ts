import { type Color, otherColor } from '../../drivers/color.js'
import { deployerOf } from '../../drivers/deployers/deployer.js'
import type { Router } from '../../drivers/routers/router.js'
import { Target } from '../../drivers/target.js'
import { asFailure, OperationFailure } from '../ledger/failure.js'
import type { OperationRecord, ReleaseId, Slot, State } from '../ledger/state.js'
import { type Run, releaseFolder } from '../phases/operation.js'
import { isFinal, reached } from '../phases/phases.js'
import { confirmEnd } from '../phases/traffic.js'
import { ensureAgreement, noWayBack, safeColor, settle, shiftToSafety } from './settle.js'

export interface AbortOptions {
  reason: 'abort_requested' | 'deadline_passed'
  /** Whether the color that was never promoted is torn down. */
  teardown: boolean
  /** Unpack a release into a folder, from wherever it is kept. @returns false when it is kept nowhere */
  unpack: (release: ReleaseId, folder: string) => Promise<boolean>
}

/** What was done; `failure` when the color could not be torn down, and the operation still waits. */
export interface Aborted {
  message: string
  failure?: OperationFailure
}

/** A color that was prepared for traffic, and was not promoted. */
interface Unpromoted {
  color: Color
  slot: Slot
}

/**
 * Abort an unfinished operation of an environment with two colors that no run works on. Traffic goes, or stays, where the table
 * of phases says. Then its color is torn down while the operation is still owned: no other run deploys to it meanwhile.
 *
 * @throws OperationFailure `contracted`, `router_disagrees`; ShiftFailure; LedgerError
 */
export async function abortUnfinished(run: Run, router: Router, options: AbortOptions): Promise<Aborted> {
  const { journal } = run
  const { operation } = journal
  if (!operation) return { message: 'Nothing is unfinished.' }
  const { version } = operation.release
  if (isFinal(journal)) throw noWayBack(journal.state.environment, version)
  const { on_abort } = reached(journal)
  const isBack = on_abort === 'back'
  if (operation.kind === 'rollback' || on_abort === 'stay' || (isBack && operation.from_color === null)) {
    await settle(run, router, options.reason)
    return { message: `The ${operation.kind} of ${version} was aborted. ${trafficOn(journal.state)}` }
  }
  if (!isBack) ensureAgreement(journal.state, await router.current())
  const prepared = unpromoted(journal.state, operation, isBack)
  const hasFiles = options.teardown && (await findFiles(run, options, prepared))
  await journal.claim({ ...operation, attempt: operation.attempt + 1 }, journal.state.strategy)
  const safe = isBack ? safeColor(operation) : null
  if (safe !== null) {
    await shiftToSafety(run, router, safe, (change) =>
      journal.note(`traffic is on ${safe}`, (state) => withoutDeploy(change(state))),
    )
  }
  const color = unpromoted(journal.state, operation, isBack)
  const torn = await tearDownIf(run, router, options, color, hasFiles)
  if (torn.failure) return torn
  await journal.end(isBack ? 'rolled_back' : 'aborted', options.reason, torn.change)
  await confirmEnd(router, run)
  const message = `The deploy of ${version} was aborted. ${trafficOn(journal.state)} ${torn.message}`
  return { message: message.trim() }
}

function trafficOn({ live }: State): string {
  return live === null ? 'There is no traffic yet.' : `Traffic is on ${live}.`
}

/** The color that the operation has prepared. A color that it did not come to still holds what it held. */
function unpromoted(
  state: State,
  { to_color: color, release }: OperationRecord,
  wasShifted: boolean,
): Unpromoted | undefined {
  const slot = color && state[color]
  if (!color || !slot || slot.release.digest !== release.digest) return undefined
  const isPrepared = ['deploying', 'ready'].includes(slot.state) || wasShifted
  return isPrepared ? { color, slot } : undefined
}

/** Make sure that the files of the release are here, which its retire command may need. */
async function findFiles(
  { ports }: Run,
  { unpack }: AbortOptions,
  prepared: Unpromoted | undefined,
): Promise<boolean> {
  if (!prepared || !deployerOf(prepared.slot.settings)?.remove) return true
  const { release } = prepared.slot
  const folder = releaseFolder(ports, release)
  return ports.unpacked.has(folder) || unpack(release, folder)
}

async function tearDownIf(
  run: Run,
  router: Router,
  { teardown }: AbortOptions,
  prepared: Unpromoted | undefined,
  hasFiles: boolean,
): Promise<Aborted & { change: (state: State) => State }> {
  const { journal } = run
  const change = (state: State) => state
  if (!prepared) return { message: '', change }
  const { color, slot } = prepared
  const { version } = slot.release
  if (!teardown) return { message: `${color} was left as it is, with ${version}.`, change }
  if (!hasFiles) {
    const message = `${color} was left as it is: its retire command needs the files of ${version}, which are neither on this machine nor in a store.`
    return { message, change }
  }
  try {
    await tearDown(run, router, prepared)
  } catch (error) {
    const { reason, message, remedy } = asFailure(error)
    await journal.wait((state) => state, `${color} is not torn down`)
    const text = `${trafficOn(journal.state)} But ${color} could not be torn down: ${message}`
    const more = `Then run changeover abort -e ${journal.state.environment} again, or with --no-teardown.`
    const failure = new OperationFailure(reason, text, [remedy, more].filter(Boolean).join(' '), error)
    return { message: text, failure, change }
  }
  const { rolling: _void, ...rest } = slot
  const retired: Slot = { ...rest, state: 'retired', since: journal.now() }
  return { message: `${color} was torn down.`, change: (state) => ({ ...state, [color]: retired }) }
}

/** Take down a color without traffic: the ledger and the router confirm that, just before. */
async function tearDown(run: Run, router: Router, { color, slot }: Unpromoted): Promise<void> {
  const { journal, ports, signal, environment } = run
  // from here on nothing may continue with what is on that color: the next run deploys to it anew
  const begun: Slot = { ...slot, state: 'deploying' }
  await journal.note(`tear ${color} down`, (state) => withoutDeploy({ ...state, [color]: begun }))
  const { live, operation } = journal.state
  const current = await router.current()
  if (live === color || current === color || current === 'split' || (live !== null && current !== live)) {
    throw new OperationFailure(
      'router_disagrees',
      `${color} may have traffic: the ledger says ${live ?? 'none'}, the router "${current}".`,
      `Set the router to ${live ?? otherColor(color)}.`,
    )
  }
  const deployer = deployerOf(slot.settings)
  if (!deployer?.remove || !operation) return
  const release = { ...slot.release, folder: releaseFolder(ports, slot.release) }
  const liveColor = live ?? undefined
  const options = { environment, settings: slot.settings, color, liveColor, release }
  const target = new Target({ ...options, operation: operation.id }, ports)
  await ports.log.step(`Tear ${color} down`, async () => deployer.remove?.(target, signal))
}

/** The state with an operation that has yet to deploy. */
function withoutDeploy(state: State): State {
  const { operation } = state
  if (!operation) return state
  const early = ['claim', 'fetch', 'preflight', 'expand']
  const phases = operation.phases.filter(({ phase }) => early.includes(phase))
  return { ...state, operation: { ...operation, phases } }
}
