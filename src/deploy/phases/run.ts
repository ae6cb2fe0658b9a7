import type { Color } from '../../drivers/color.js'
import { duration } from '../../manifest/values.js'
import { asFailure, OperationFailure, ShiftFailure } from '../ledger/failure.js'
import type { Outcome } from '../ledger/outcome.js'
import { leftToRoll, staysRolled } from '../ledger/rolled.js'
import { type EndedMonitor, type State, withInPlace, withSlot, withTrafficOn } from '../ledger/state.js'
import type { MonitorReport } from '../monitor/report.js'
import { bake } from './bake.js'
import { claim } from './claim.js'
import { contract, withOldColor } from './contract.js'
import { deploy } from './deploy.js'
import { expand } from './expand.js'
import { fetch, forgetOldReleases } from './fetch.js'
import { badEnd, type End, goodEnd, newSlot, type Operation, type Step, targetOf } from './operation.js'
import { isFinal, ruleOf } from './phases.js'
import { preflight } from './preflight.js'
import { retire } from './retire.js'
import { rolling } from './rolling.js'
import { findTraffic, shift, shiftBack } from './shift.js'
import { confirmEnd } from './traffic.js'
import { verify } from './verify.js'

/** A deploy to an environment with two colors. The idle color gets the release, then the traffic. */
export const BLUE_GREEN: readonly Step[] = [
  claim, // own the operation
  fetch, // unpack the release
  preflight, // ask the gates
  expand, // let the schema serve both colors
  deploy, // bring the idle color to the release
  verify, // probe it, without traffic
  shift, // send the traffic there
  bake, // watch it; go back if it fails
  rolling, // bring hosts without a color to the release
  contract, // --until finalized: let the schema serve the new color alone
  retire, // --until finalized: take the old color down
]

/** A rollback to the other color. */
export const BACK: readonly Step[] = [claim, verify, shift, bake]

/** A deploy, or a rollback, in an environment without colors. It has the traffic all the time. */
export const IN_PLACE: readonly Step[] = [claim, fetch, preflight, deploy, rolling, verify, bake]

/** The last time that a date can hold, in milliseconds. */
const LAST_MS = 8.64e15

/**
 * Walk through the phases of an operation, from where an earlier run of it stopped, and record its end.
 *
 * @throws LedgerError, OperationFailure when the operation could not be claimed: nothing was touched
 */
export async function runPhases(operation: Operation): Promise<End> {
  const { colors } = operation
  await claim.run(operation)
  const end = await walk(operation).catch((error: unknown) => endAfter(error, operation))
  if (colors) await confirmEnd(colors.router, operation)
  return end
}

async function walk(operation: Operation): Promise<End> {
  await begin(operation)
  for (const step of stepsOf(operation)) {
    if (isLeft(step, operation)) await runStep(step, operation)
  }
  return operation.colors?.traffic === 'old' ? waitForShift(operation) : endWell(operation)
}

/** Read all settings, and find the traffic, before anything is changed. */
async function begin(operation: Operation): Promise<void> {
  const { colors, monitor } = operation
  monitor.prepare()
  await findTraffic(operation)
  if (colors?.traffic === 'stays') return
  const target = targetOf(operation)
  operation.probes = { verify: target.probes('verify'), bake: target.probes('bake') }
  if (!colors) await monitor.beforeChange()
}

/** The phases of this operation, as far as it is to go. */
function stepsOf(operation: Operation): readonly Step[] {
  const { colors, kind, until, journal } = operation
  if (!colors) return IN_PLACE
  if (kind === 'rollback') return BACK
  const last =
    until === 'verified' && colors.traffic === 'old'
      ? verify
      : until === 'finalized' || isFinal(journal)
        ? retire
        : rolling
  return BLUE_GREEN.slice(0, BLUE_GREEN.indexOf(last) + 1)
}

/** Whether a phase is left to do: by its rule, and by where the traffic is already. */
function isLeft(step: Step, operation: Operation): boolean {
  const { journal, colors } = operation
  const { resumed, traffic, on_abort } = ruleOf(step.phase)
  if (step === claim) return false
  if (!(step.applies?.(operation) ?? true)) return false
  if (step === fetch) return true
  if (colors?.traffic === 'stays' && on_abort !== 'stay') return false
  if (colors?.traffic === 'new' && traffic !== 'new') return false
  return resumed !== 'once' || !journal.hasDone(step.phase)
}

async function runStep(step: Step, operation: Operation): Promise<void> {
  const { journal, colors, halt } = operation
  await step.ready?.(operation)
  // a cancelled run still records that traffic has arrived, and reports what is left to roll
  const isDue = colors !== null && (step === bake || step === rolling)
  if (!isDue) halt.throwIfAborted()
  if (step.isRecorded?.(operation) ?? true) {
    await journal.enter(step.phase, (state) => step.records?.(state, operation) ?? state)
  }
  await step.run(operation)
}

/** The release is healthy on the idle color. The operation waits, without an owner, for a run that shifts traffic. */
async function waitForShift(operation: Operation): Promise<End> {
  const { journal, release, settings, colors } = operation
  const ready = { ...newSlot(operation, 'ready'), ...leftToRoll(settings) }
  const to = colors?.to ?? null
  await journal.wait((state) => withDeadline(withSlot(state, to, ready), operation, ready.since))
  return goodEnd('verified', `${release.version} is healthy on ${to} and waits for the shift.`)
}

/** The state with the time until which the release may be shifted to. Verifying the release again does not extend it. */
function withDeadline(state: State, { settings }: Operation, now: string): State {
  const { operation } = state
  if (!operation || settings.strategy !== 'blue_green') return state
  const ends = Math.min(Date.parse(now) + duration(settings.promote_within, '30d'), LAST_MS)
  return { ...state, operation: { deadline: new Date(ends).toISOString(), ...operation } }
}

/** All phases are done: record what the environment has now. */
async function endWell(operation: Operation): Promise<End> {
  const { kind, release, colors, journal, until } = operation
  const { version } = release
  if (!colors) {
    const outcome = kind === 'rollback' ? 'restored' : 'promoted'
    const live = newSlot(operation, 'live')
    return recordGood(operation, outcome, `${version} is live.`, (state) =>
      withInPlace(state, live, live.since),
    )
  }
  if (kind === 'rollback') {
    const left = colors.from && journal.state[colors.from]
    const stays = left ? staysRolled(left) : ''
    return recordGood(operation, 'restored', `${version} is live again, on ${colors.to}. ${stays}`.trim())
  }
  if (until !== 'finalized' && !isFinal(journal)) {
    return recordGood(operation, 'promoted', `${version} is live on ${colors.to}.`)
  }
  return recordGood(
    operation,
    'promoted',
    `${version} is live and final: it can no longer be rolled back.`,
    (state) => withOldColor(state, operation, 'retired'),
  )
}

/** A phase has failed. What follows is in the table of phases: traffic stays, or goes back. */
async function endAfter(error: unknown, operation: Operation): Promise<End> {
  const { colors, monitor, kind, journal } = operation
  const failure = asFailure(error)
  const [untouched, back] =
    kind === 'rollback' ? (['refused', 'failed'] as const) : (['aborted', 'rolled_back'] as const)
  await monitor.stopJudging()
  if (!colors) {
    await monitor.end()
    return recordBad(operation, hasChanged(journal) ? 'failed' : untouched, withWayBack(operation, failure))
  }
  if (colors.traffic === 'stays' || failure instanceof ShiftFailure) {
    await monitor.end()
    return recordBad(operation, 'failed', failure)
  }
  try {
    const isThere = await hasTrafficStayed(operation)
    if (!isThere) await shiftBack(operation, failure)
    const outcome = isThere && !journal.hasStarted('bake') ? untouched : back
    await monitor.end()
    return recordBad(operation, outcome, failure, colors.from)
  } catch (stuck) {
    await monitor.end()
    return recordBad(operation, 'failed', asFailure(stuck))
  }
}

/** Whether traffic is on the color that it came from. Only the router knows that once the shift has begun. */
async function hasTrafficStayed({ journal, colors }: Operation): Promise<boolean> {
  if (!colors || colors.traffic === 'new') return false
  if (!journal.hasStarted('shift')) return true
  const current = await colors.router.current().catch(() => undefined)
  return current === (colors.from ?? 'none')
}

/** Whether an operation in place has touched what has the traffic. */
export function hasChanged({ operation }: Pick<State, 'operation'>): boolean {
  return operation?.phases.some(({ phase }) => phase === 'deploy' || phase === 'rolling') ?? false
}

/** The failure, and how to get back the release that was replaced. */
function withWayBack({ journal }: Operation, failure: OperationFailure): OperationFailure {
  const before = journal.state.in_place_previous
  if (!before || !hasChanged(journal)) return failure
  const { reason, message, remedy } = failure
  const { version } = before.release
  const rollback = `changeover rollback -e ${journal.state.environment}`
  const back =
    before.state === 'rejected'
      ? `To try again: ${rollback}. To return to ${version}: ${rollback} --to ${version}`
      : `To return to ${version}, which worked: ${rollback}`
  return new OperationFailure(reason, message, [remedy, back].filter(Boolean).join(' '), failure)
}

/**
 * Record a good end. `change` becomes true in the same record. An end that cannot be recorded is not a good one: the next run
 * finds an unfinished operation.
 */
async function recordGood(
  { journal, report, ports }: Operation,
  outcome: Outcome,
  message: string,
  change: (state: State) => State = (state) => state,
): Promise<End> {
  const record = journal.operation
  try {
    const phases = await journal.end(outcome, 'completed', change, proofOf(report))
    if (record) report.operation = { ...record, phases }
  } catch (error) {
    const { reason, message: why } = asFailure(error)
    const remedy = 'Once the ledger is reachable, run the same command again: it continues from there.'
    return {
      outcome: 'failed',
      reason,
      message: `${message} This could not be recorded in the ledger: ${why}`,
      remedy,
    }
  }
  try {
    await forgetOldReleases(journal.state, ports)
  } catch (error) {
    ports.log.warn(`Old releases could not be deleted: ${asFailure(error).message}`)
  }
  return goodEnd(outcome, message)
}

/**
 * Record a bad end. When that fails as well, the result still tells what happened to the traffic.
 *
 * @param back the color that traffic is back on; the ledger may not have it yet
 */
async function recordBad(
  operation: Operation,
  outcome: Outcome,
  failure: OperationFailure,
  back: Color | null = null,
): Promise<End> {
  const { journal, report, ports } = operation
  const record = journal.operation
  const change = (state: State) =>
    back === null || state.live === null || state.live === back
      ? state
      : withTrafficOn(state, back, 'rejected', journal.now())
  try {
    if (record) {
      const phases = await journal.end(outcome, failure.reason, change, proofOf(report))
      report.operation = { ...record, phases }
    }
  } catch (error) {
    ports.log.warn(`The end could not be recorded: ${asFailure(error).message}`)
  }
  return badEnd(outcome, failure)
}

/** What the ledger keeps of the report. */
function proofOf({ shiftMs, monitor }: Operation['report']) {
  return { shift_ms: shiftMs, monitor: monitor && endedMonitor(monitor) }
}

function endedMonitor({ sent, failed, outage_ms, endpoints }: MonitorReport): EndedMonitor {
  const slowest = (stretch: 'before' | 'after') => {
    const known = endpoints.flatMap((endpoint) => endpoint[stretch].p95_ms ?? [])
    return known.length > 0 ? Math.max(...known) : null
  }
  return { sent, failed, p95_before_ms: slowest('before'), p95_after_ms: slowest('after'), outage_ms }
}
