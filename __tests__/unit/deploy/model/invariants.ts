import type { Outcome } from '../../../../src/deploy/ledger/outcome.js'
import type { Ended, OperationRecord, Phase, State } from '../../../../src/deploy/ledger/state.js'
import { MACHINE, PHASES, type PhaseRule } from '../../../../src/deploy/phases/phases.js'
import { COLORS, type Color } from '../../../../src/drivers/color.js'
import { checkAborted, checkDeadline, checkTakenBack } from './aborting.js'
import { checkAnyRecord } from './records.js'
import { mayBecome } from './slots.js'
import { hold, type Run, type World } from './world.js'

/** Whether traffic was shifted by hand, or by a run that was taken over while it lived: then the rules do not apply. */
export const isExcused = (world: World) => world.excuse !== undefined || world.late !== undefined

/** Hold a record to the rules, before it counts. */
export function checkRecord(world: World, run: Run, next: State): void {
  const { ledger } = world
  const ended = checkAnyRecord(world, run, next)
  const { operation } = next
  if (!ledger.operation && operation?.kind === 'rollback') checkRollback(world, run, operation)
  if (ledger.operation && ended) checkEnd(world, run, ledger.operation, ended, next)
  checkHoldings(ledger, next)
  checkKnown(world, next)
  checkPhase(world, run, next)
  checkBaked(world, run, next)
  if (operation && run.request.until === 'finalized') world.finalAsked.add(operation.id)
}

/** A rollback begins: to the color that traffic came from within the window, or to a rejected release that was named. */
function checkRollback(world: World, run: Run, { to_color: to, release, started_at }: OperationRecord): void {
  const target = to && world.ledger[to]
  hold(target?.release.digest === release.digest, 'a rollback goes to what its color holds')
  const isNamed = run.request.version === release.version
  hold(
    target.state === 'standby' || (target.state === 'rejected' && isNamed),
    `a rollback goes to ${target.state}`,
  )
  hold(
    Date.parse(started_at) - Date.parse(target.since) <= 24 * 3600_000,
    'a rollback goes back within the window',
  )
}

/** What the outcome of an operation says is true at that moment. */
function checkEnd(world: World, run: Run, operation: OperationRecord, ended: Ended, next: State): void {
  if (ended.reason !== 'completed') run.trafficBefore = undefined
  checkAborted(world, run, operation, ended, next)
  if (isExcused(world)) return
  if (ended.outcome === 'failed') {
    if (world.traffic !== next.live) world.excuse = `${run.name} reported a failure`
    return
  }
  const [from, to] = [beginsOn(world, operation), operation.to_color]
  const expected: Partial<Record<Outcome, Color | 'none' | null>> = {
    promoted: to,
    restored: to,
    rolled_back: from,
    aborted: from,
    refused: from,
  }
  const where = expected[ended.outcome] ?? 'none'
  hold(world.traffic === where, `${ended.outcome}: traffic is on ${world.traffic}, which should be ${where}`)
  hold(
    (next.live ?? 'none') === where || next.live === null,
    `${ended.outcome}: the ledger says ${next.live}`,
  )
}

function checkHoldings(before: State, next: State): void {
  for (const color of COLORS) {
    const [was, is] = [before[color], next[color]]
    if (!is) {
      hold(was === null, `${color} forgets what it held`)
      continue
    }
    hold(mayBecome(was?.state ?? null, is.state), `${color} goes from ${was?.state} to ${is.state}`)
    const isSame = was?.release.digest === is.release.digest
    hold(isSame || is.state === 'deploying', `${color} becomes ${is.release.version} without a deploy`)
  }
  const live = COLORS.filter((color) => next[color]?.state === 'live')
  hold(live.length === (next.live ? 1 : 0), `one color is live, not ${live.join(' and ')}`)
  hold(next.live === null || live[0] === next.live, `${next.live} is live`)
  hold(before.live === null || next.live !== null, 'something stays live')
}

/** A phase begins: traffic is where the table says. */
function checkPhase(world: World, run: Run, next: State): void {
  const { operation } = next
  const before = world.ledger.operation
  if (!operation) return
  const rule = furthest(operation)
  if (before?.id === operation.id && furthest(before).phase === rule.phase) return
  const isBehind = before?.id === operation.id && !isFurther(rule, furthest(before))
  if (isBehind) {
    checkTakenBack(run, before, operation, next)
    return
  }
  hold(rule.in.includes(operation.kind), `a ${operation.kind} has no ${rule.phase}`)
  if (rule.phase === 'shift') {
    hold(run.verified, 'no shift without a color that said yes')
    checkDeadline(run, operation)
  }
  if (isExcused(world)) return
  const [from, to] = [beginsOn(world, operation), operation.to_color]
  if (rule.traffic === 'old') hold(world.traffic === from, `${rule.phase} begins with traffic on ${from}`)
  if (rule.traffic === 'new') hold(world.traffic === to, `${rule.phase} begins with traffic on ${to}`)
}

/** A run that begins a phase up to the shift, for the first time or again, has recorded where traffic is. */
function checkKnown(world: World, next: State): void {
  const begun = running(next.operation)
  if (begun === undefined || begun === running(world.ledger.operation) || next.live === null) return
  const isBefore = PHASES.indexOf(begun) <= PHASES.indexOf('shift')
  hold(
    !isBefore || next.live === world.traffic || isExcused(world),
    `${begun} begins with traffic on ${world.traffic}`,
  )
}

export function running(operation: OperationRecord | null): Phase | undefined {
  return operation?.phases.find(({ state }) => state === 'running')?.phase
}

/** After the bake: a run that continues has asked the router since, because traffic may have been shifted meanwhile. */
function checkBaked(world: World, run: Run, next: State): void {
  const { operation } = world.ledger
  if (running(next.operation) === 'bake') run.failedBefore = run.failedRequests
  if (!operation || furthest(operation).phase !== 'bake') return
  const goesOn = next.operation
    ? isFurther(furthest(next.operation), furthest(operation))
    : next.history.at(-1)?.outcome === 'promoted'
  hold(
    !goesOn || run.failedRequests === run.failedBefore,
    'a run that continues after the bake has lost no request',
  )
  hold(!goesOn || run.saw === operation.to_color, 'a run that continues after the bake has asked the router')
}

/** Where traffic is before an operation shifts it. An operation that only finalizes a live release shifts none. */
function beginsOn(world: World, { kind, from_color, to_color, phases }: OperationRecord): Color | 'none' {
  const isSwitching = phases.some(({ phase }) => phase === 'shift')
  const isFinal = kind === 'deploy' && !isSwitching && to_color !== null && world.ledger.live === to_color
  return (isFinal ? to_color : from_color) ?? 'none'
}

function isFurther(one: PhaseRule, other: PhaseRule): boolean {
  const phases: readonly string[] = PHASES
  return phases.indexOf(one.phase) > phases.indexOf(other.phase)
}

/** The row of the table of the furthest phase that was begun. */
export function furthest(operation: OperationRecord): PhaseRule {
  const begun = MACHINE.findLast(({ phase }) => operation.phases.some((one) => one.phase === phase))
  return begun ?? MACHINE[0]
}

/** What a run must not do any more. One that was taken over while it lived cannot know it: what it does is remembered. */
export function checkRight(world: World, run: Run, what: string, repairs = false): void {
  hold(!run.refused || run.shifting || repairs, `${run.name} was refused, and ${what}`)
  if (run.usurped) world.late ??= `${run.name}, which was taken over, ${what}`
}

/** The traffic of one node is about to be shifted. */
export function checkNode(world: World, run: Run, to: Color | 'none'): void {
  checkRight(world, run, `shifts traffic to ${to}`, to === world.ledger.live)
  run.trafficBefore ??= world.traffic
  if (isExcused(world) || to === 'none') return
  const slot = world.ledger[to]?.state
  hold(slot !== 'retiring' && slot !== 'retired', `traffic goes to ${to}, which is ${slot}`)
  hold(!world.contracted.has(to), `traffic goes to ${to}, whose schema is gone`)
  hold(world.content[to]?.complete === true, `traffic goes to ${to}, which is half deployed`)
}

/** Who stood still for long may have been taken over meanwhile: the ledger is asked before traffic is shifted. */
export function checkSure(run: Run): void {
  hold(run.isSure, `${run.name} shifts traffic without a look at the ledger`)
}

/** Between two steps. */
export function checkRest(world: World): void {
  const { nodes, ledger, runs } = world
  const wasLive = ledger.live !== null
  hold(!wasLive || !nodes.includes('none') || isExcused(world), 'traffic goes nowhere')
  if (world.traffic !== 'split' || isExcused(world)) return
  const isMoving = runs.some((run) => run.shifting && run.state === 'running')
  hold(isMoving || ledger.operation !== null, 'traffic is split, and no run will repair it')
}
