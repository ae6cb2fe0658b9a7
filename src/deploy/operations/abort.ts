import { type HeldLease, withLease } from '../lease/held-lease.js'
import { asFailure, OperationFailure, ShiftFailure } from '../ledger/failure.js'
import { Journal } from '../ledger/journal.js'
import type { ReleaseName } from '../ledger/state.js'
import { OperationReport } from '../phases/operation-report.js'
import type { Ports } from '../phases/ports.js'
import type { OperationResult } from '../phases/result.js'
import { abortUnfinished } from '../recovery/abort-unfinished.js'
import { ensureNobodyAtWork } from '../recovery/in-flight.js'
import { hasExpired } from './deadline.js'
import { hasChanged } from './in-place.js'
import { type ArchiveSource, withArchive } from './release-archive.js'
import { knownRouter } from './status.js'

/** What is given up. An archive of its release is needed only when it is not unpacked on this machine. */
export interface AbortRequest extends ArchiveSource {
  environment: string
  /** Only when the time is over in which a verified release may be promoted. */
  expired: boolean
  /** Whether a color that never was promoted is torn down. */
  teardown: boolean
  takeOver: boolean
}

/**
 * Give up what is unfinished and nobody works on: users go, or stay, where they are safe, and the color that never was
 * promoted is torn down.
 *
 * Never throws for what can go wrong out there. `refused` means that nothing was touched.
 */
export function abort(request: AbortRequest, ports: Ports, signal: AbortSignal): Promise<OperationResult> {
  return withLease(ports, signal, (heldLease, owned) => abortOwned(request, ports, heldLease, owned))
}

async function abortOwned(
  request: AbortRequest,
  ports: Ports,
  heldLease: HeldLease,
  signal: AbortSignal,
): Promise<OperationResult> {
  const { environment } = request
  let report = new OperationReport('abort', environment, 'blue_green', null, ports.clock)
  let serial: number | undefined
  try {
    const state = await ports.ledger.read()
    report = new OperationReport('abort', environment, state.strategy, null, ports.clock)
    const journal = new Journal(state, ports, heldLease)
    report.journal = journal
    serial = state.serial
    const idle = await whyNothing(request, journal, ports)
    if (idle !== undefined) return report.good('unchanged', 'completed', idle)
    if (journal.operation) report.remember(journal.operation, journal.operation.phases)
    if (state.strategy === 'in_place') return await abortInPlace(journal, report)
    const router = knownRouter(state, ports)
    if (!router) return await abortUntouched(journal, report)
    const unpack = (name: ReleaseName, folder: string) => unpackFrom(request, ports, name, folder)
    const { teardown } = request
    const given = await abortUnfinished({
      journal,
      router,
      ports,
      signal,
      reason: 'abort_requested',
      teardown,
      unpack,
    })
    if (given.failure) return report.bad('failed', given.failure)
    return report.good('aborted', 'completed', given.message)
  } catch (error) {
    const isTouched = serial !== undefined && report.journal?.state.serial !== serial
    return report.bad(error instanceof ShiftFailure || isTouched ? 'failed' : 'refused', asFailure(error))
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
async function abortUntouched(journal: Journal, report: OperationReport): Promise<OperationResult> {
  await journal.end('aborted', 'abort_requested')
  return report.good('aborted', 'completed', 'The first deploy was aborted before it changed anything.')
}

async function abortInPlace(journal: Journal, report: OperationReport): Promise<OperationResult> {
  const isChanged = hasChanged(journal)
  const { kind, version } = { kind: journal.operation?.kind, version: journal.operation?.release.version }
  await journal.end(isChanged ? 'failed' : 'aborted', 'abort_requested')
  const before = journal.state.in_place_previous?.release.version
  const back = before === undefined ? '' : ` To have ${before} again: changeover rollback.`
  const users = isChanged ? `It is not known what is there.${back}` : 'Nothing was changed.'
  return report.good('aborted', 'completed', `The ${kind} of ${version} was aborted. ${users}`)
}

/** @throws OperationFailure when another archive is given; that no store has it is no failure */
async function unpackFrom(
  { release, fetch }: AbortRequest,
  { unpacked }: Ports,
  name: ReleaseName,
  folder: string,
): Promise<boolean> {
  try {
    return await withArchive(name, { release, fetch }, 'what is given up is', (archive) =>
      unpacked.unpack(archive, folder),
    )
  } catch (error) {
    const isGone = error instanceof OperationFailure && error.reason === 'release_not_held'
    if (release || !isGone) throw error
    return false
  }
}
