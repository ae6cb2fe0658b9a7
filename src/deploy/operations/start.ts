import { environmentOf } from '../../manifest/load.js'
import type { GitHubApi } from '../../platform/github-api.js'
import type { Log } from '../../platform/log.js'
import { type ReleaseSources, withRelease } from '../../release/locate.js'
import type { Release } from '../../release/open.js'
import { waitTime, waitTurn } from '../recovery/wait-turn.js'
import { abort } from './abort.js'
import { Admission, type Trust } from './admission.js'
import { Archives } from './archives.js'
import { type DeployRequest, deploy } from './deploy.js'
import type { OperationResult } from './result.js'
import { rollback } from './rollback.js'
import { planDeployAnew, planRollback, type RollbackPlan } from './rollback-plan.js'
import type { RollbackRequest } from './rollback-target.js'
import { type RealPorts, realPorts, type WireOptions } from './wire.js'

/** The inputs of an action, or the options of a command line. */
export interface DeployInputs {
  /** A folder of the repository that has the ledger. */
  folder: string
  environment: string
  /** A version, a digest, the path of an archive, or a reference in a store. */
  release: string
  /** The digest that it must have. */
  digest: string | undefined
  until: DeployRequest['until']
  takeOver: boolean
  remote: string | undefined
  /** How long to wait until another run ends, such as `10m`; default: not at all. */
  wait?: string | undefined
  /** For the remote of the ledger, when the checkout has no credentials; default: GITHUB_TOKEN or GH_TOKEN. */
  token?: string | undefined
  /** Tells whether other workflow runs are alive, and has their attestations. */
  gitHub: GitHubApi | undefined
  /** How the attestations of releases are verified. */
  trust?: Trust
}

/**
 * Find and open the release, make the real ports, and deploy.
 *
 * @throws UserError when the inputs, the release or its manifest are wrong: nothing was touched then
 */
export async function startDeploy(
  inputs: DeployInputs,
  sources: ReleaseSources,
  log: Log,
  signal: AbortSignal,
): Promise<OperationResult> {
  const { environment, until, takeOver, folder, remote, token, gitHub } = inputs
  const waitMs = waitTime(inputs.wait)
  const admission = new Admission({ folder, environment, gitHub: inputs.gitHub, ...inputs.trust }, log)
  const admitting = { ...sources, admit: admission.beforeOpening }
  return withRelease(inputs, admitting, { log, signal }, async (release) => {
    if (release.document.dirty) {
      log.warn(`Release ${release.document.version} contains uncommitted changes.`)
    }
    const settings = environmentOf(release.settings, environment)
    const ports = await realPorts({
      folder,
      environment,
      strategy: settings.strategy,
      remote,
      token,
      gitHub,
      log,
    })
    await waitTurn(ports, waitMs, signal)
    const admit: DeployRequest['admit'] = (live) => admission.beforeClaim(release, settings, live)
    return deploy({ environment, settings, release, until, takeOver, admit }, ports, signal)
  })
}

export interface RollbackInputs {
  folder: string
  environment: string
  /** The release to go back to; default: the one that was live before. */
  to: string | undefined
  /** Its archive, where its probes need its files or it is deployed anew; default: from the store. */
  release: string | undefined
  takeOver: boolean
  remote: string | undefined
  wait?: string | undefined
  token?: string | undefined
  gitHub: GitHubApi | undefined
  trust?: Trust
}

/**
 * Make the real ports, and roll back. When no color holds the release that was asked for, it is fetched from its store, by
 * the digest in the ledger, and deployed anew.
 *
 * @throws UserError as {@link startDeploy}
 */
export async function startRollback(
  inputs: RollbackInputs,
  sources: ReleaseSources,
  log: Log,
  signal: AbortSignal,
): Promise<OperationResult> {
  const { to } = inputs
  const ready = await readyToRollBack(inputs, sources, log, signal)
  await waitTurn(ready.ports, waitTime(inputs.wait), signal)
  const result = await ready.withRequest((request) => rollback(request, ready.ports, signal))
  const again = await ready.archives.toDeployAnew(to, inputs.release, result, ready.ports.ledger)
  if (!again) return result
  log.info(`${result.message} Deploying ${again.version} anew.`)
  return startDeploy({ ...inputs, ...again, until: 'shifted' }, sources, log, signal)
}

/**
 * Tell what {@link startRollback} would do. Nothing is recorded, and no traffic is shifted.
 *
 * @throws UserError as {@link startDeploy}
 */
export async function startRollbackPlan(
  inputs: RollbackInputs,
  sources: ReleaseSources,
  log: Log,
  signal: AbortSignal,
): Promise<RollbackPlan> {
  const { to } = inputs
  const { ports, archives, withRequest } = await readyToRollBack(inputs, sources, log, signal)
  const plan = await withRequest((request) => planRollback(request, ports, signal))
  const refused = {
    ...plan,
    outcome: plan.outcome === 'refused' ? ('refused' as const) : ('restored' as const),
  }
  const again = await archives.toDeployAnew(to, inputs.release, refused, ports.ledger)
  return again ? planDeployAnew(plan, again) : plan
}

interface ReadyToRollBack {
  ports: RealPorts
  archives: Archives
  /** Work with the request, and with the archive that was given. */
  withRequest<T>(work: (request: RollbackRequest) => Promise<T>): Promise<T>
}

async function readyToRollBack(
  inputs: RollbackInputs,
  sources: ReleaseSources,
  log: Log,
  signal: AbortSignal,
): Promise<ReadyToRollBack> {
  const { environment, to, takeOver, folder, release: given } = inputs
  waitTime(inputs.wait) // a mistake in it is reported before anything is done
  const admission = new Admission({ folder, environment, gitHub: inputs.gitHub, ...inputs.trust }, log)
  const admitting = { ...sources, admit: admission.beforeOpening }
  const archives = new Archives(admitting, log, signal)
  const ports = await ledgerPorts(inputs, log)
  const admit: RollbackRequest['admit'] = (release, live) =>
    admission.beforeClaim(release, environmentOf(release.settings, environment), live)
  const withRequest: ReadyToRollBack['withRequest'] = (work) => {
    const run = (release: Release | undefined) =>
      work({ environment, to, release, takeOver, fetch: archives.fetch, admit })
    if (given === undefined) return run(undefined)
    return withRelease({ release: given, digest: undefined }, admitting, { log, signal }, run)
  }
  return { ports, archives, withRequest }
}

export interface AbortInputs extends Omit<RollbackInputs, 'to' | 'wait'> {
  /** Only when the time is over in which a verified release may be promoted. */
  expired: boolean
  /** Whether a color that was never promoted is torn down. */
  teardown: boolean
}

/**
 * Make the real ports, and abort what is unfinished.
 *
 * @throws UserError as {@link startDeploy}
 */
export async function startAbort(
  inputs: AbortInputs,
  sources: ReleaseSources,
  log: Log,
  signal: AbortSignal,
): Promise<OperationResult> {
  const { environment, expired, teardown } = inputs
  const asked = { ...inputs, to: undefined }
  const { ports, withRequest } = await readyToRollBack(asked, sources, log, signal)
  return withRequest(({ release, fetch, takeOver }) =>
    abort({ environment, expired, teardown, release, fetch, takeOver }, ports, signal),
  )
}

/** The real ports for what needs no release, only the ledger. */
export function ledgerPorts(
  inputs: Pick<WireOptions, 'folder' | 'environment' | 'remote' | 'token' | 'gitHub'>,
  log: Log,
): Promise<RealPorts> {
  // the strategy is only used for an environment without a ledger
  return realPorts({ ...inputs, strategy: 'blue_green', log })
}
