import { environmentOf } from '../manifest/load.js'
import type { Log } from '../platform/log.js'
import { openRelease } from '../release/open.js'
import { type DeployRequest, deploy } from './deploy.js'
import type { OperationResult } from './result.js'
import { rollback } from './rollback.js'
import { type RealPorts, realPorts } from './wire.js'

/** What the user asks for, as a command line or an action's inputs hold it. */
export interface DeployInputs {
  /** A folder of the repository that keeps the ledger. */
  folder: string
  environment: string
  /** Path of the archive. */
  release: string
  /** The digest that the archive must have. */
  digest: string | undefined
  until: DeployRequest['until']
  takeOver: boolean
  remote: string | undefined
}

/**
 * Open the release, make the real ports, and deploy.
 *
 * @throws UserError for what is wrong with the inputs, the release or its manifest: nothing was touched then
 */
export async function startDeploy(
  inputs: DeployInputs,
  log: Log,
  signal: AbortSignal,
): Promise<OperationResult> {
  const { environment, until, takeOver, folder, remote } = inputs
  const release = await log.step(`Check the release ${inputs.release}`, () =>
    openRelease(inputs.release, inputs.digest),
  )
  if (release.manifest.dirty) {
    log.warn(`Release ${release.manifest.version} holds changes that nobody committed.`)
  }
  const settings = environmentOf(release.settings, environment)
  const ports = await realPorts({ folder, environment, strategy: settings.strategy, remote, log })
  return deploy({ environment, settings, release, until, takeOver }, ports, signal)
}

export interface RollbackInputs {
  folder: string
  environment: string
  /** The version to go back to; default: the one before. */
  to: string | undefined
  /** Path of the archive of that version, where its probes need its files. */
  release: string | undefined
  takeOver: boolean
  remote: string | undefined
}

/** Make the real ports, and roll back. @throws UserError as {@link startDeploy} */
export async function startRollback(
  inputs: RollbackInputs,
  log: Log,
  signal: AbortSignal,
): Promise<OperationResult> {
  const { environment, to, takeOver } = inputs
  const release = inputs.release === undefined ? undefined : await openRelease(inputs.release)
  const ports = await ledgerPorts(inputs, log)
  return rollback({ environment, to, release, takeOver }, ports, signal)
}

/** The real ports for what needs no release: the ledger says everything. */
export function ledgerPorts(
  inputs: { folder: string; environment: string; remote: string | undefined },
  log: Log,
): Promise<RealPorts> {
  // an environment without a ledger is taken for blue-green; one that has a ledger says itself what it is
  return realPorts({ ...inputs, strategy: 'blue_green', log })
}
