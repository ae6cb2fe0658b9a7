import type { EnvironmentSettings } from '../../../generated/manifest.js'
import type { Release } from '../../release/open.js'
import { type HeldLease, withLease } from '../lease/held-lease.js'
import { ShiftFailure } from '../ledger/failure.js'
import { Journal } from '../ledger/journal.js'
import { liveSlot } from '../ledger/state.js'
import type { DeployRun } from '../phases/deploy-run.js'
import { OperationReport } from '../phases/operation-report.js'
import type { Ports } from '../phases/ports.js'
import type { OperationResult } from '../phases/result.js'
import { BlueGreenDeploy } from './blue-green.js'
import { deployInPlace } from './in-place.js'
import { whoWasFirst } from './who-was-first.js'

export interface DeployRequest {
  environment: string
  /** The environment as the release's own manifest describes it. */
  settings: EnvironmentSettings
  /** The release, every byte of it checked. */
  release: Release
  /** Stop after this point; a later call goes on. */
  until: DeployRun['until']
  /** Take an unfinished operation over although its run is not known to be dead. */
  takeOver: boolean
  /** Throws when the release may not be deployed here. It gets the settings of the live one. */
  admit?: (live: EnvironmentSettings | undefined) => Promise<void>
}

/**
 * Bring an environment to a release.
 *
 * Never throws for what can go wrong out there: each end is an outcome with a reason. Before the shift nothing
 * touches the color that traffic is on; after it, a color that does not hold is left again.
 */
export function deploy(request: DeployRequest, ports: Ports, signal: AbortSignal): Promise<OperationResult> {
  return withLease(ports, signal, (heldLease, owned) => deployOwned(request, ports, heldLease, owned))
}

async function deployOwned(
  request: DeployRequest,
  ports: Ports,
  heldLease: HeldLease,
  signal: AbortSignal,
): Promise<OperationResult> {
  const { environment, settings, until, takeOver, release } = request
  const name = { version: release.document.version, digest: release.document.digest }
  const report = new OperationReport('deploy', environment, settings.strategy, name, ports.clock)
  try {
    const state = await ports.ledger.read()
    const journal = new Journal(state, ports, heldLease)
    report.journal = journal
    await request.admit?.(liveSlot(state)?.settings)
    const run: Omit<DeployRun, 'settings'> = {
      environment,
      release,
      name,
      until,
      takeOver,
      journal,
      ports,
      report,
      signal,
    }
    return settings.strategy === 'blue_green'
      ? await new BlueGreenDeploy({ ...run, settings }).run()
      : await deployInPlace({ ...run, settings })
  } catch (error) {
    // nothing was claimed, or the ledger itself failed: traffic is where they were, unless an earlier operation was being ended
    if (error instanceof ShiftFailure) return report.bad('failed', error)
    return report.bad('aborted', await whoWasFirst(error, ports))
  }
}
