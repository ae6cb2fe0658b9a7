import { MACHINE, PHASES, type Phase, type PhaseRule } from '../../../src/changeover/phases.js'
import type { Outcome } from '../../../src/changeover/result.js'
import type { Operation, State } from '../../../src/changeover/state.js'
import validate from '../../../src/changeover/validator.generated.js'
import { COLORS, type Color, otherColor } from '../../../src/drivers/color.js'
import { mayBecome } from './holdings.js'
import { hold, type Run, type World } from './world.js'

/** Whether what happens is nobody's fault: users were moved by hand, or by a run that was taken over while it lived. */
const isExcused = (world: World) => world.excuse !== undefined || world.late !== undefined

/** Hold a record to the rules, before it counts. */
export function checkRecord(world: World, run: Run, next: State): void {
  const { ledger } = world
  hold(validate(next), `the record fits its schema: ${JSON.stringify(validate.errors)}`)
  hold(next.serial === ledger.serial + 1, 'the serial grows by one')
  checkOwner(world, run, next)
  checkHistory(world, run, next)
  checkHoldings(ledger, next)
  checkKnown(world, next)
  checkPhase(world, run, next.operation)
  checkBaked(world, run, next)
  const operation = next.operation
  if (operation && run.request.until === 'finalized') world.finalAsked.add(operation.id)
  if (operation?.owner?.pid === run.number && ledger.operation?.owner?.pid !== run.number)
    run.verified = false
}

/** Never two owners. */
function checkOwner(world: World, run: Run, next: State): void {
  const { operation } = world.ledger
  if (!operation) {
    hold(next.operation?.owner?.pid === run.number, 'only its owner begins an operation')
    if (next.operation.kind === 'rollback') checkRollback(world, run, next.operation)
    return
  }
  const owner = world.runOf(operation.owner)
  hold(
    next.operation === null || next.operation.id === operation.id,
    'an operation ends before another begins',
  )
  if (!owner || owner === run) return
  const known = world.liveness(run.request.machine, owner.owner).state === 'dead'
  hold(known || run.request.takeOver, `${run.name} records over ${owner.name}, which is not known to be dead`)
  if (owner.state === 'running') owner.usurped = true
}

/** A rollback begins: to what users came from not too long ago, and to what they were taken off only when it was named. */
function checkRollback(world: World, run: Run, { to_color: to, release, started_at }: Operation): void {
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

/** Each operation that ended appears once, and what its outcome says is true at that moment. */
function checkHistory(world: World, run: Run, next: State): void {
  const { operation, history } = world.ledger
  const added = next.history.slice(history.length)
  hold(next.history.length < 50, 'the history is short enough to be compared')
  hold(JSON.stringify(next.history.slice(0, history.length)) === JSON.stringify(history), 'history stays')
  if (!operation || next.operation) {
    hold(added.length === 0, 'history grows only when an operation ends')
    return
  }
  const [ended] = added
  hold(added.length === 1 && ended?.id === operation.id, 'an operation that ended is in the history, once')
  run.ended.push(`${ended.outcome} (${ended.reason})`)
  if (ended.reason === 'superseded') run.usersBefore = undefined
  checkGivenUp(run, operation, ended.outcome, ended.reason)
  if (isExcused(world)) return
  if (ended.outcome === 'failed') {
    if (world.users !== next.live) world.excuse = `${run.name} said that it failed`
    return
  }
  const [from, to] = [beginsOn(world, operation), operation.to_color]
  const users: Partial<Record<Outcome, Color | 'none' | null>> = {
    promoted: to,
    restored: to,
    rolled_back: from,
    aborted: from,
    refused: from,
  }
  const where = users[ended.outcome] ?? 'none'
  hold(world.users === where, `${ended.outcome}: users are on ${world.users}, which should be ${where}`)
  hold(
    (next.live ?? 'none') === where || next.live === null,
    `${ended.outcome}: the ledger says ${next.live}`,
  )
}

/** What giving an operation up comes to is what the table says. */
function checkGivenUp(run: Run, operation: Operation, outcome: Outcome, reason: string): void {
  if (reason !== 'superseded') return
  const { given_up, way_back } = furthest(operation)
  hold(way_back || run.request.kind === 'deploy', 'no rollback ends what has no way back')
  const allowed = {
    leave: ['aborted'],
    back: operation.kind === 'rollback' ? ['restored'] : ['rolled_back', 'failed'],
    stay: ['failed'],
  }[given_up]
  hold(allowed.includes(outcome), `given up with ${outcome} where the table says "${given_up}"`)
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

/** A phase begins: users are where the table says. */
function checkPhase(world: World, run: Run, operation: Operation | null): void {
  const before = world.ledger.operation
  if (!operation) return
  const rule = furthest(operation)
  if (before?.id === operation.id && furthest(before).phase === rule.phase) return
  if (before?.id === operation.id) {
    hold(PHASES.indexOf(asPhase(rule)) > PHASES.indexOf(asPhase(furthest(before))), 'phases go forward')
  }
  hold(rule.in.includes(operation.kind), `a ${operation.kind} has no ${rule.phase}`)
  if (rule.phase === 'switch') hold(run.verified, 'no switch without a color that said yes')
  if (isExcused(world)) return
  const [from, to] = [beginsOn(world, operation), operation.to_color]
  if (rule.users === 'old') hold(world.users === from, `${rule.phase} begins with users on ${from}`)
  if (rule.users === 'new') hold(world.users === to, `${rule.phase} begins with users on ${to}`)
}

/** Who begins one of the phases up to the switch, for the first time or again, has told the ledger where users are. */
function checkKnown(world: World, next: State): void {
  const begun = running(next.operation)
  if (begun === undefined || begun === running(world.ledger.operation) || next.live === null) return
  const isBefore = PHASES.indexOf(begun) <= PHASES.indexOf('switch')
  hold(
    !isBefore || next.live === world.users || isExcused(world),
    `${begun} begins with users on ${world.users}`,
  )
}

function running(operation: Operation | null): Phase | undefined {
  return operation?.phases.find(({ state }) => state === 'running')?.phase
}

/** After the bake: who goes on has asked the router since, for users may have been moved by others meanwhile. */
function checkBaked(world: World, run: Run, next: State): void {
  const { operation } = world.ledger
  if (running(next.operation) === 'bake') run.failedBefore = run.failedRequests
  if (!operation || furthest(operation).phase !== 'bake') return
  const goesOn = next.operation
    ? furthest(next.operation).phase !== 'bake'
    : next.history.at(-1)?.outcome === 'promoted'
  hold(!goesOn || run.failedRequests === run.failedBefore, 'who goes on after the bake has lost no request')
  hold(!goesOn || run.saw === operation.to_color, 'who goes on after the bake has asked the router')
}

/** Where users are before an operation moves them. One that only makes a live release final moves nobody. */
function beginsOn(world: World, { kind, from_color, to_color, phases }: Operation): Color | 'none' {
  const isSwitching = phases.some(({ phase }) => phase === 'switch')
  const isFinal = kind === 'deploy' && !isSwitching && to_color !== null && world.ledger.live === to_color
  return (isFinal ? to_color : from_color) ?? 'none'
}

function asPhase(rule: PhaseRule): (typeof PHASES)[number] {
  return PHASES.find((phase) => phase === rule.phase) ?? 'claim'
}

/** The row of the table of the furthest phase that was begun. */
export function furthest(operation: Operation): PhaseRule {
  const begun = MACHINE.findLast(({ phase }) => operation.phases.some((one) => one.phase === phase))
  return begun ?? MACHINE[0]
}

/** What a run must not do any more. One that was taken over while it lived cannot know it: what it does is remembered. */
function checkRight(world: World, run: Run, what: string, mends = false): void {
  hold(!run.refused || run.switching || mends, `${run.name} was refused, and ${what}`)
  if (run.usurped) world.late ??= `${run.name}, which was taken over, ${what}`
}

/** Users of one node are about to be moved. */
export function checkNode(world: World, run: Run, to: Color | 'none'): void {
  checkRight(world, run, `moves users to ${to}`, to === world.ledger.live)
  run.usersBefore ??= world.users
  if (isExcused(world) || to === 'none') return
  const holding = world.ledger[to]?.state
  hold(holding !== 'retiring' && holding !== 'retired', `users go to ${to}, which is ${holding}`)
  hold(!world.contracted.has(to), `users go to ${to}, of which the schema is gone`)
  hold(world.content[to]?.complete === true, `users go to ${to}, which is half deployed`)
}

interface AboutCommand {
  phase: string
  color: string | undefined
  release: string
  operation: string
}

/** A command begins. @returns what is true when it has ended well */
export function checkCommand(world: World, run: Run, about: AboutCommand): () => void {
  const { phase, release, operation } = about
  checkRight(world, run, `runs ${phase}`)
  const color = COLORS.find((one) => one === about.color)
  hold(color !== undefined, `${phase} has a color`)
  const { ledger, nodes } = world
  const isUsed = nodes.includes(color)
  if (phase === 'deploy') world.contracted.delete(color)
  if (phase === 'contract' && !run.usurped) world.contracted.add(otherColor(color))
  if (phase === 'deploy' && !run.usurped) world.content[color] = { release, complete: false }
  if (isExcused(world)) return () => finish(world, run, phase, color, release)
  switch (phase) {
    case 'deploy':
    case 'expand':
      hold(!isUsed, `${phase} runs against ${color}, which has users`)
      hold(ledger[color]?.state !== 'live', `${phase} runs against ${color}, which is live`)
      if (phase === 'deploy' && world.shape.expand)
        hold(world.expanded.has(release), 'deploy comes after expand')
      break
    case 'freeze':
      hold(!isUsed, `a gate is asked about ${color}, which has users`)
      break
    case 'rolling':
      hold(
        world.users === color && ledger.live === color,
        'hosts are rolled when all users are on the new color',
      )
      break
    case 'contract':
      hold(
        world.users === color && ledger.live === color,
        'contract comes when all users are on the new color',
      )
      hold(world.finalAsked.has(operation), 'contract comes when a person asked for it')
      hold(ledger[color]?.rolling !== 'pending', 'contract comes when all hosts are rolled')
      break
    case 'retire':
      hold(!isUsed && ledger.live !== color, `retire runs against ${color}, which has users`)
      hold(world.users === otherColor(color), 'retire comes when all users are on the other color')
      hold(world.finalAsked.has(operation), 'retire comes when a person asked for it')
      hold(ledger[color]?.state === 'retiring', `retire runs against ${color}, which the ledger still keeps`)
      break
    default:
      hold(false, `nobody knows a command ${phase}`)
  }
  return () => finish(world, run, phase, color, release)
}

/** A command has ended. Nothing holds back that of a run that was taken over, so it is taken to spoil nothing. */
function finish(world: World, run: Run, phase: string, color: Color, release: string): void {
  if (run.usurped) return
  if (phase === 'expand') world.expanded.add(release)
  if (phase === 'deploy') world.content[color] = { release, complete: true }
  if (phase === 'retire') world.content[color] = null
}

/** Between two steps. */
export function checkRest(world: World): void {
  const { nodes, ledger, runs } = world
  const wasLive = ledger.live !== null
  hold(!wasLive || !nodes.includes('none') || isExcused(world), 'users go nowhere')
  if (world.users !== 'split' || isExcused(world)) return
  const isMoving = runs.some((run) => run.switching && run.state === 'running')
  hold(isMoving || ledger.operation !== null, 'users are split, and nobody will mend it')
}
