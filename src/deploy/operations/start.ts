import { environmentOf } from '../../manifest/load.js'
import type { GitHubApi } from '../../platform/github-api.js'
import type { Log } from '../../platform/log.js'
import { type ReleaseSources, withRelease } from '../../release/locate.js'
import type { Release } from '../../release/open.js'
import type { OperationResult } from '../phases/result.js'
import { waitTime, waitTurn } from '../recovery/wait-turn.js'
import { abort } from './abort.js'
import { Admission, type Trust } from './admission.js'
import { type DeployRequest, deploy } from './deploy.js'
import { rollback } from './rollback.js'
import { planDeployAnew, planRollback, type RollbackPlan } from './rollback-plan.js'
import type { RollbackRequest } from './rollback-request.js'
import { LedgerSearch } from './search.js'
import { type RealPorts, realPorts, type WireOptions } from './wire.js'

/** What the user asks for, as a command line or an action's inputs hold it. */
export interface DeployInputs {
  /** A folder of the repository that keeps the ledger. */
  folder: string
  environment: string
  /** A version, a digest, the path of the archive, or a store's reference. */
  release: string
  /** The digest that it must have. */
  digest: string | undefined
  until: DeployRequest['until']
  takeOver: boolean
  remote: string | undefined
  /** How long to wait for another run to end, such as `10m`; default: not at all. */
  wait?: string | undefined
  /** For the remote that keeps the ledger, when the checkout keeps no credentials; default: that of the environment. */
  token?: string | undefined
  /** Tells about other workflow runs, and keeps attestations. */
  gitHub: GitHubApi | undefined
  /** What releases are held to that must be attested. */
  trust?: Trust
}

/**
 * Find and open the release, make the real ports, and deploy.
 *
 * @throws UserError for what is wrong with the inputs, the release or its manifest: nothing was touched then
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
      log.warn(`Release ${release.document.version} holds changes that nobody committed.`)
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
  /** The version to go back to; default: the one before. */
  to: string | undefined
  /** That release, where its probes need its files or it must be deployed anew; default: what the ledger names. */
  release: string | undefined
  takeOver: boolean
  remote: string | undefined
  wait?: string | undefined
  token?: string | undefined
  gitHub: GitHubApi | undefined
  trust?: Trust
}

/**
 * Make the real ports, and roll back. Where no color can be shifted back to the version that is asked for, it is
 * fetched from its store and deployed anew, by the digest that the ledger has for it.
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
  const again = await ready.search.toDeployAnew(to, inputs.release, result, ready.ports.ledger)
  if (!again) return result
  log.info(`${result.message} It is deployed anew.`)
  return startDeploy({ ...inputs, ...again, until: 'shifted' }, sources, log, signal)
}

/**
 * What {@link startRollback} would do: nothing is recorded and nobody is moved.
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
  const { ports, search, withRequest } = await readyToRollBack(inputs, sources, log, signal)
  const plan = await withRequest((request) => planRollback(request, ports, signal))
  const refused = {
    ...plan,
    outcome: plan.outcome === 'refused' ? ('refused' as const) : ('restored' as const),
  }
  const again = await search.toDeployAnew(to, inputs.release, refused, ports.ledger)
  return again ? planDeployAnew(plan, again) : plan
}

interface ReadyToRollBack {
  ports: RealPorts
  search: LedgerSearch
  /** Work with what is asked for, and the archive that was given. */
  withRequest<T>(work: (request: RollbackRequest) => Promise<T>): Promise<T>
}

async function readyToRollBack(
  inputs: RollbackInputs,
  sources: ReleaseSources,
  log: Log,
  signal: AbortSignal,
): Promise<ReadyToRollBack> {
  const { environment, to, takeOver, folder, release: given } = inputs
  waitTime(inputs.wait) // what is wrong with it is said before anything is done
  const admission = new Admission({ folder, environment, gitHub: inputs.gitHub, ...inputs.trust }, log)
  const admitting = { ...sources, admit: admission.beforeOpening }
  const search = new LedgerSearch(admitting, log, signal)
  const ports = await ledgerPorts(inputs, log)
  const admit: RollbackRequest['admit'] = (release, live) =>
    admission.beforeClaim(release, environmentOf(release.settings, environment), live)
  const withRequest: ReadyToRollBack['withRequest'] = (work) => {
    const run = (release: Release | undefined) =>
      work({ environment, to, release, takeOver, fetch: search.fetch, admit })
    if (given === undefined) return run(undefined)
    return withRelease({ release: given, digest: undefined }, admitting, { log, signal }, run)
  }
  return { ports, search, withRequest }
}

export interface AbortInputs extends Omit<RollbackInputs, 'to' | 'wait'> {
  /** Only when the time is over in which a verified release may be promoted. */
  expired: boolean
  /** Whether a color that never was promoted is torn down. */
  teardown: boolean
}

/**
 * Make the real ports, and give up what is unfinished.
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

/** The real ports for what needs no release: the ledger says everything. */
export function ledgerPorts(
  inputs: Pick<WireOptions, 'folder' | 'environment' | 'remote' | 'token' | 'gitHub'>,
  log: Log,
): Promise<RealPorts> {
  // an environment without a ledger is taken for blue-green; one that has a ledger says itself what it is
  return realPorts({ ...inputs, strategy: 'blue_green', log })
}
