import type { Ended, OperationRecord, State } from '../../../../src/deploy/ledger/state.js'
import { checkOwnsCommand } from './commands.js'
import { checkRight, running } from './invariants.js'
import { checkAnyRecord } from './records.js'
import { checkResult } from './results.js'
import { type AboutCommand, hold, type Rules, type Run, type World } from './world.js'

/** What must hold where there are no colors: traffic is on what the deploy command has brought there last. */
export const IN_PLACE: Rules = { record: checkRecord, command: checkCommand, result, rest: () => {} }

function checkRecord(world: World, run: Run, next: State): void {
  const { ledger, content } = world
  const ended = checkAnyRecord(world, run, next)
  if (!ledger.operation && next.operation?.kind === 'rollback') checkTarget(ledger, run, next.operation)
  if (ended) checkEnd(world, run, ended)
  const bakes = running(next.operation) === 'bake' && running(ledger.operation) !== 'bake'
  hold(!bakes || run.verified, 'no bake before a probe said yes')
  const holds = next.in_place
  if (!holds) return
  const there = content.in_place
  const isThere = there?.complete === true && there.release === holds.release.digest
  hold(holds.state === 'deploying' || holds.state === 'live', `what is there is ${holds.state}`)
  hold(
    holds.state !== 'live' || isThere,
    `${holds.release.version} is live, and is not what was deployed last`,
  )
  checkPrevious(next)
}

function checkEnd({ changedBy }: World, run: Run, { id, outcome, kind }: Ended): void {
  const isGood = outcome === (kind === 'rollback' ? 'restored' : 'promoted')
  const isBad = ['failed', 'aborted', 'refused'].includes(outcome)
  hold(isGood || isBad, `a ${kind} ends ${outcome}`)
  hold(!isGood || run.verified, 'no good end without a probe that said yes')
  const isUntouched = outcome === 'aborted' || outcome === 'refused'
  hold(!isUntouched || !changedBy.has(id), `${outcome}: but its deploy command was run`)
}

/** Operations that may have changed something, and those of them that ended well: the last of these is, or was, live. */
function story({ history }: State) {
  const changes = history.filter(({ outcome }) => ['promoted', 'restored', 'failed'].includes(outcome))
  const isGood = ({ outcome }: Ended) => outcome !== 'failed'
  return { changes, isGood }
}

/** The release before is the one that was live last, and it is known whether a rollback has replaced it. */
function checkPrevious(next: State): void {
  const { changes, isGood } = story(next)
  const { in_place: holds, in_place_previous: previous } = next
  const isLive = holds?.state === 'live'
  const earlier = isLive ? changes.slice(0, changes.findLastIndex(isGood)) : changes
  const at = earlier.findLastIndex(isGood)
  const before = earlier[at]
  if (!before || (isLive && before.release.digest === holds.release.digest)) {
    hold(!previous, `nothing else was live before, and the ledger says ${previous?.release.version}`)
    return
  }
  const { version } = before.release
  hold(previous?.release.digest === before.release.digest, `before it was ${version}`)
  const replacedBy = changes[at + 1]?.kind ?? next.operation?.kind
  const state = replacedBy === 'rollback' ? 'rejected' : 'standby'
  hold(previous.state === state, `${version} was replaced by a ${replacedBy}, and is ${previous.state}`)
}

/** A rollback begins: to what was live before, or to what it names. */
function checkTarget(ledger: State, run: Run, { release }: OperationRecord): void {
  const { changes, isGood } = story(ledger)
  const asked = run.request.version
  const isOnce = changes.some((one) => isGood(one) && one.release.digest === release.digest)
  hold(isOnce, `a rollback goes to ${release.version}, which never was live`)
  hold(asked === undefined || asked === release.version, `a rollback goes to ${release.version}`)
  const { in_place: holds, in_place_previous: previous } = ledger
  const isLive = holds?.state === 'live' && holds.release.digest === release.digest
  hold(!isLive, `a rollback goes to ${release.version}, which is live`)
  const isPrevious = previous?.release.digest === release.digest
  hold(asked !== undefined || previous?.state !== 'standby' || isPrevious, 'a rollback restores the previous')
}

function checkCommand(world: World, run: Run, about: AboutCommand): () => void {
  const { phase, color, release, operation } = about
  checkRight(world, run, `runs ${phase}`)
  checkOwnsCommand(world, run, phase)
  hold(color === undefined, `${phase} has no color`)
  hold(phase === 'preflight' || phase === 'deploy', `unknown command ${phase}`)
  // nothing holds back the command of a run that was taken over, so it is taken to spoil nothing
  if (phase !== 'deploy' || run.usurped) return () => {}
  const { in_place: holds } = world.ledger
  const isKnown = holds?.state === 'deploying' && holds.release.digest === release
  hold(isKnown, 'the ledger knows what is deployed before it is')
  world.content.in_place = { release, complete: false }
  world.changedBy.add(operation)
  run.hasChanged = true
  return () => {
    if (!run.usurped) world.content.in_place = { release, complete: true }
  }
}

function result(world: World, run: Run): void {
  checkResult(world, run)
  const outcome = run.result?.outcome
  const isUntouched = outcome === 'aborted' || outcome === 'refused' || outcome === 'unchanged'
  hold(!isUntouched || !run.hasChanged, `${outcome}: but it ran the deploy command`)
}
