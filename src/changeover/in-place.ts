import type { InPlaceSettings } from '../manifest/manifest.generated.js'
import type { DeployRun } from './deploy-run.js'
import { endBadly, endWell, newOperation } from './ending.js'
import { asFailure } from './failure.js'
import { ensureNobodyAtWork } from './in-flight.js'
import { bringToRelease, releaseFolder, verify } from './preparation.js'
import type { OperationResult } from './result.js'
import { Site } from './site.js'
import { liveHolding, withInPlace } from './state.js'

/** Deploy to an environment that has no colors: what fails has failed before the users' eyes. */
export async function deployInPlace(run: DeployRun<InPlaceSettings>): Promise<OperationResult> {
  const { environment, settings, journal, ports, report, name, takeOver } = run
  if (journal.operation) {
    await ensureNobodyAtWork(journal.operation, takeOver, ports)
    await journal.end('aborted', 'superseded')
  }
  if (liveHolding(journal.state)?.release.digest === name.digest) {
    return report.good('unchanged', 'already_live', `${name.version} is live already.`)
  }
  const operation = await journal.claim(newOperation('deploy', name, null, null, journal.now()), 'in_place')
  report.remember(operation, operation.phases)
  const release = { ...name, folder: releaseFolder(ports, name) }
  const site = new Site(
    { environment, settings, color: undefined, liveColor: undefined, release, operation: operation.id },
    ports,
  )
  try {
    await bringToRelease(site, run, null)
    await verify(site, run)
  } catch (error) {
    return endBadly(run, 'failed', asFailure(error))
  }
  const live = { release: name, state: 'live' as const, since: journal.now(), settings }
  return endWell(run, 'promoted', `${name.version} is live.`, (state) => withInPlace(state, live, live.since))
}
