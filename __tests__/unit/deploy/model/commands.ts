import { COLORS, type Color, otherColor } from '../../../../src/drivers/color.js'
import { checkTearDown, isTearDown } from './aborting.js'
import { checkRight, isExcused } from './invariants.js'
import { type AboutCommand, hold, type Run, type World } from './world.js'

/** A command begins. @returns what is true when it has ended well */
export function checkCommand(world: World, run: Run, about: AboutCommand): () => void {
  const { phase, release, operation } = about
  checkRight(world, run, `runs ${phase}`)
  checkOwnsCommand(world, run, phase)
  const color = COLORS.find((one) => one === about.color)
  hold(color !== undefined, `${phase} has a color`)
  const { ledger, nodes } = world
  const isUsed = nodes.includes(color)
  if (phase === 'deploy') world.contracted.delete(color)
  if (phase === 'contract' && !run.usurped) world.contracted.add(otherColor(color))
  if (phase === 'deploy' && !run.usurped) world.content[color] = { release, complete: false }
  const tearsDown = phase === 'retire' && isTearDown(world, run, operation)
  if (phase === 'retire' && !run.usurped) spoil(world, color)
  if (tearsDown) checkTearDown(world, run, color)
  const end = () => {
    if (tearsDown) run.toreDown = true
    finish(world, run, phase, color, release)
  }
  if (isExcused(world)) return end
  switch (phase) {
    case 'deploy':
    case 'expand':
      hold(!isUsed, `${phase} runs against ${color}, which has traffic`)
      hold(ledger[color]?.state !== 'live', `${phase} runs against ${color}, which is live`)
      if (phase === 'deploy' && world.shape.expand)
        hold(world.expanded.has(release), 'deploy comes after expand')
      break
    case 'preflight':
      hold(!isUsed, `a gate is asked about ${color}, which has traffic`)
      break
    case 'rolling':
      hold(
        world.traffic === color && ledger.live === color,
        'hosts are rolled when all traffic is on the new color',
      )
      break
    case 'contract':
      hold(
        world.traffic === color && ledger.live === color,
        'contract comes when all traffic is on the new color',
      )
      hold(world.finalAsked.has(operation), 'contract comes when a person asked for it')
      hold(ledger[color]?.rolling !== 'pending', 'contract comes when all hosts are rolled')
      break
    case 'retire':
      hold(!isUsed && ledger.live !== color, `retire runs against ${color}, which has traffic`)
      if (tearsDown) break
      hold(world.traffic === otherColor(color), 'retire comes when all traffic is on the other color')
      hold(world.finalAsked.has(operation), 'retire comes when a person asked for it')
      hold(ledger[color]?.state === 'retiring', `retire runs against ${color}, which the ledger still keeps`)
      break
    default:
      hold(false, `unknown command ${phase}`)
  }
  return end
}

/** A run that was not taken over runs commands only while the operation is its own. */
export function checkOwnsCommand({ ledger }: World, run: Run, phase: string): void {
  const isOwner = ledger.operation?.owner?.pid === run.number
  hold(run.usurped || isOwner, `${run.name} runs ${phase}, and does not own the operation`)
}

/** What a retire command that does not end leaves behind. */
function spoil(world: World, color: Color): void {
  const there = world.content[color]
  world.content[color] = there && { ...there, complete: false }
}

/** A command has ended. Nothing holds back that of a run that was taken over, so it is taken to spoil nothing. */
function finish(world: World, run: Run, phase: string, color: Color, release: string): void {
  if (run.usurped) return
  if (phase === 'expand') world.expanded.add(release)
  if (phase === 'deploy') world.content[color] = { release, complete: true }
  if (phase === 'retire') world.content[color] = null
}
