import type { Release } from '../release/open.js'
import { hasExpired } from './deadline.js'
import { asFailure, MoveFailure, OperationFailure } from './failure.js'
import { giveUp } from './give-up.js'
import { ensureNobodyAtWork } from './in-flight.js'
import { hasChanged } from './in-place.js'
import { Journal } from './journal.js'
import { type Tenure, withTenure } from './lease-tenure.js'
import { OperationReport } from './operation-report.js'
import type { Ports } from './ports.js'
import type { OperationResult, ReleaseName } from './result.js'
import type { RollbackRequest } from './rollback-request.js'
import { knownRouter } from './status.js'

export interface AbortRequest {
  environment: string
  /** Only when the time is over in which a verified release may be promoted. */
  expired: boolean
  /** Whether a color that never was promoted is torn down. */
  teardown: boolean
  /** The archive of that release, needed only when it is not unpacked on this machine. */
  release: Release | undefined
  fetch?: RollbackRequest['fetch']
  takeOver: boolean
}

/**
 * Give up what is unfinished and nobody works on: users go, or stay, where they are safe, and the color that never was
 * promoted is torn down.
 *
 * Never throws for what can go wrong out there. `refused` means that nothing was touched.
 */
export function abort(request: AbortRequest, ports: Ports, signal: AbortSignal): Promise<OperationResult> {
  return withTenure(ports, signal, (tenure, owned) => abortOwned(request, ports, tenure, owned))
}

async function abortOwned(
  request: AbortRequest,
  ports: Ports,
  tenure: Tenure,
  signal: AbortSignal,
): Promise<OperationResult> {
  const { environment } = request
  let report = new OperationReport('abort', environment, 'blue_green', null, ports.clock)
  let serial: number | undefined
  try {
    const state = await ports.ledger.read()
    report = new OperationReport('abort', environment, state.strategy, null, ports.clock)
    const journal = new Journal(state, ports, tenure)
    report.journal = journal
    serial = state.serial
    const idle = await whyNothing(request, journal, ports)
    if (idle !== undefined) return report.good('unchanged', 'completed', idle)
    if (journal.operation) report.remember(journal.operation, journal.operation.phases)
    if (state.strategy === 'in_place') return await giveUpInPlace(journal, report)
    const router = knownRouter(state, ports)
    if (!router) return await giveUpUntouched(journal, report)
    const unpack = (name: ReleaseName, folder: string) => unpackFrom(request, ports, name, folder)
    const { teardown } = request
    const given = await giveUp({ journal, router, ports, signal, reason: 'given_up', teardown, unpack })
    if (given.failure) return report.bad('failed', given.failure)
    return report.good('given_up', 'completed', given.message)
  } catch (error) {
    const isTouched = serial !== undefined && report.journal?.state.serial !== serial
    return report.bad(error instanceof MoveFailure || isTouched ? 'failed' : 'refused', asFailure(error))
  }
}

/** Why there is nothing to give up. @throws OperationFailure `operation_in_flight` */
async function whyNothing(
  { environment, expired, takeOver }: AbortRequest,
  { operation }: Journal,
  ports: Ports,
): Promise<string | undefined> {
  if (!operation) return `Nothing is unfinished in ${environment}.`
  const { kind, release, deadline } = operation
  if (expired && !hasExpired(operation, ports.clock.now())) {
    const until = deadline === undefined ? 'It has no deadline yet.' : `It may be promoted until ${deadline}.`
    return `The ${kind} of ${release.version} has not expired. ${until}`
  }
  await ensureNobodyAtWork(operation, takeOver, ports)
  return undefined
}

/** The very first deploy died before the ledger got to know of any color: there is nothing but the operation. */
async function giveUpUntouched(journal: Journal, report: OperationReport): Promise<OperationResult> {
  await journal.end('aborted', 'given_up')
  return report.good('given_up', 'completed', 'The first deploy was given up before it changed anything.')
}

async function giveUpInPlace(journal: Journal, report: OperationReport): Promise<OperationResult> {
  const isChanged = hasChanged(journal)
  const { kind, version } = { kind: journal.operation?.kind, version: journal.operation?.release.version }
  await journal.end(isChanged ? 'failed' : 'aborted', 'given_up')
  const before = journal.state.in_place_previous?.release.version
  const back = before === undefined ? '' : ` To have ${before} again: changeover rollback.`
  const users = isChanged ? `It is not known what is there.${back}` : 'Nothing was changed.'
  return report.good('given_up', 'completed', `The ${kind} of ${version} was given up. ${users}`)
}

/** Unpack the archive that is given, or that of a store. @throws OperationFailure when another one is given */
async function unpackFrom(
  { release, fetch }: AbortRequest,
  { unpacked }: Ports,
  name: ReleaseName,
  folder: string,
): Promise<boolean> {
  if (!release) {
    try {
      return (await fetch?.(name, (archive) => unpacked.unpack(archive, folder))) ?? false
    } catch (error) {
      if (error instanceof OperationFailure && error.reason === 'release_not_held') return false
      throw error
    }
  }
  const { version, digest } = release.manifest
  if (digest === name.digest) {
    await unpacked.unpack(release, folder)
    return true
  }
  throw new OperationFailure(
    'release_not_held',
    `The archive is ${version} (${digest}), but what is given up is ${name.version} (${name.digest}).`,
    'Give the archive of that release, or none.',
  )
}
