import validate from '../../../../generated/ledger-validator.js'
import type { Ended, State } from '../../../../src/deploy/ledger/state.js'
import { checkReason } from './aborting.js'
import { hold, type Run, type World } from './world.js'

/**
 * What every record is held to, in every environment.
 *
 * @returns what it adds to the history
 */
export function checkAnyRecord(world: World, run: Run, next: State): Ended | undefined {
  const { ledger } = world
  hold(validate(next), `the record fits its schema: ${JSON.stringify(validate.errors)}`)
  hold(next.serial === ledger.serial + 1, 'the serial grows by one')
  checkOwner(world, run, next)
  const { operation } = next
  if (operation?.owner?.pid === run.number && ledger.operation?.owner?.pid !== run.number)
    run.verified = false
  return checkHistory(world, run, next)
}

/** Never two owners. */
function checkOwner(world: World, run: Run, next: State): void {
  const { operation, history } = world.ledger
  if (!operation) {
    hold(next.operation?.owner?.pid === run.number, 'only its owner begins an operation')
    hold(run.request.kind === next.operation.kind, `${run.name} begins a ${next.operation.kind}`)
    const isNew = history.every(({ id }) => id !== next.operation?.id)
    hold(isNew, 'an operation that has ended does not begin again')
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

/** Each operation that ended appears once. */
function checkHistory(world: World, run: Run, next: State): Ended | undefined {
  const { operation, history } = world.ledger
  const added = next.history.slice(history.length)
  hold(next.history.length < 50, 'the history is short enough to be compared')
  hold(JSON.stringify(next.history.slice(0, history.length)) === JSON.stringify(history), 'history stays')
  if (!operation || next.operation) {
    hold(added.length === 0, 'history grows only when an operation ends')
    return undefined
  }
  const [ended] = added
  hold(added.length === 1 && ended?.id === operation.id, 'an operation that ended is in the history, once')
  run.ended.push(`${ended.outcome} (${ended.reason})`)
  checkReason(world, run, operation, ended)
  return ended
}
