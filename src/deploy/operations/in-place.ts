import type { InPlaceSettings } from '../../../generated/manifest.js'
import { watch } from '../../drivers/probes/ask.js'
import { Site } from '../../drivers/target.js'
import { duration } from '../../manifest/values.js'
import { asFailure, OperationFailure } from '../ledger/failure.js'
import type { Journal } from '../ledger/journal.js'
import { liveSlot, type Operation, withInPlace } from '../ledger/state.js'
import type { DeployRun } from '../phases/deploy-run.js'
import { InPlaceWatch } from '../phases/in-place-watch.js'
import { bringToRelease, commitOf, releaseFolder, verify } from '../phases/preparation.js'
import type { OperationResult } from '../phases/result.js'
import { roll } from '../phases/rolling.js'
import { ensureNobodyAtWork } from '../recovery/in-flight.js'
import { endBadly, endWell, newOperation } from './ending.js'

type InPlaceRun = DeployRun<InPlaceSettings>

/**
 * Deploy to an environment that has no colors: what fails has failed before the users' eyes. So nothing more is done once
 * something failed, or the monitor's budget is exceeded.
 */
export async function deployInPlace(run: InPlaceRun): Promise<OperationResult> {
  const { environment, settings, journal, ports, report, name } = run
  const operation = (await pickUp(run)) ?? (await begin(run))
  if (!operation) return report.good('unchanged', 'already_live', `${name.version} is live already.`)
  report.remember(operation, operation.phases)
  const release = { ...name, folder: releaseFolder(ports, name) }
  const site = new Site(
    { environment, settings, color: undefined, liveColor: undefined, release, operation: operation.id },
    ports,
  )
  const monitor = new InPlaceWatch(run)
  try {
    await monitor.before()
    await bringToRelease(site, run, null)
    monitor.halt.throwIfAborted() // a command is not killed halfway, but nothing comes after it
    await roll(site, null, run, monitor.halt)
    await verify(site, { ...run, signal: monitor.halt })
    monitor.arrived()
    await bake(site, run, monitor.halt)
    await monitor.conclude()
  } catch (error) {
    await monitor.end()
    const untouched = run.kind === 'rollback' ? 'refused' : 'aborted'
    return endBadly(run, hasChanged(journal) ? 'failed' : untouched, withWayBack(asFailure(error), journal))
  }
  const live = {
    ...{ release: name, state: 'live' as const, since: journal.now(), settings },
    ...commitOf(run.release),
  }
  const outcome = run.kind === 'rollback' ? 'restored' : 'promoted'
  return endWell(run, outcome, `${name.version} is live.`, (state) => withInPlace(state, live, live.since))
}

/** Go on with this same deploy if it was begun before; any other unfinished operation is given up. */
async function pickUp({
  journal,
  name,
  takeOver,
  ports,
  kind: own = 'deploy',
}: InPlaceRun): Promise<Operation | undefined> {
  const unfinished = journal.operation
  if (!unfinished) return undefined
  await ensureNobodyAtWork(unfinished, takeOver, ports)
  const { kind, release, to_color } = unfinished
  if (kind === own && release.digest === name.digest && to_color === null) {
    return journal.claim({ ...unfinished, attempt: unfinished.attempt + 1 }, 'in_place')
  }
  await journal.end(hasChanged(journal) ? 'failed' : 'aborted', 'superseded')
  return undefined
}

async function begin({ journal, name, kind = 'deploy' }: InPlaceRun): Promise<Operation | undefined> {
  if (liveSlot(journal.state)?.release.digest === name.digest) return undefined
  return journal.claim(newOperation(kind, name, null, null, journal.now()), 'in_place')
}

async function bake(site: Site, run: InPlaceRun, halt: AbortSignal): Promise<void> {
  const { settings, journal, ports, report } = run
  if (!settings.bake) return
  const forMs = duration(settings.bake.for, '60s')
  halt.throwIfAborted()
  await journal.enter('bake')
  await ports.log.step(`Watch it for ${forMs / 1000} s`, () =>
    watch(site.probes('bake'), forMs, ports.clock, halt, report.probes.during('bake')),
  )
}

/** Whether users may have seen something of it. */
export function hasChanged({ operation }: Pick<Journal, 'operation'>): boolean {
  return operation?.phases.some(({ phase }) => phase === 'deploy' || phase === 'rolling') ?? false
}

/** The failure, and how the release before is got back when it was replaced. */
function withWayBack(failure: OperationFailure, journal: Journal): OperationFailure {
  const before = journal.state.in_place_previous
  if (!before || !hasChanged(journal)) return failure
  const { reason, message, remedy } = failure
  const { version } = before.release
  const back =
    before.state === 'rejected'
      ? `To try again: changeover rollback. To have ${version} again: changeover rollback --to ${version}.`
      : `To have ${version} again, which worked: changeover rollback.`
  return new OperationFailure(reason, message, [remedy, back].filter(Boolean).join(' '), failure)
}
