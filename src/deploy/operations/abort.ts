import { OperationFailure } from '../ledger/failure.js'
import type { OperationRecord, ReleaseId } from '../ledger/state.js'
import { badEnd, type End, goodEnd, type Ports, type Run } from '../phases/operation.js'
import { hasChanged } from '../phases/run.js'
import { abortUnfinished } from '../recovery/abort.js'
import { hasExpired } from '../recovery/settle.js'
import { type ArchiveSource, withArchive } from './archives.js'
import { operate } from './frame.js'
import type { OperationResult } from './result.js'
import { knownRouter } from './status.js'

/** What to abort. The archive of its release is needed only when that is not unpacked on this machine. */
export interface AbortRequest extends ArchiveSource {
  environment: string
  /** Only when the time is over in which a verified release may be promoted. */
  expired: boolean
  /** Whether a color that was never promoted is torn down. */
  teardown: boolean
  takeOver: boolean
}

/**
 * Abort an unfinished operation that no run works on. Traffic goes, or stays, where it is safe, and a color that was never
 * promoted is torn down.
 *
 * Never throws for what goes wrong outside. `refused` means that nothing was touched.
 */
export function abort(request: AbortRequest, ports: Ports, signal: AbortSignal): Promise<OperationResult> {
  const { environment, takeOver } = request
  const nothing = goodEnd('unchanged', `Nothing is unfinished in ${environment}.`)
  return operate(
    {
      ...{ kind: 'abort', environment, takeOver, untouched: 'refused' },
      before: async ({ journal }) => notExpired(request, journal.operation, ports.clock.now()),
      recover: (run, unfinished) => abortRecord(run, unfinished, request),
      work: async () => nothing,
    },
    ports,
    signal,
  )
}

/** The end when only an expired operation was to be aborted, and this one is not. */
function notExpired(
  { expired }: AbortRequest,
  unfinished: OperationRecord | null,
  now: Date,
): End | undefined {
  if (!unfinished || !expired || hasExpired(unfinished, now)) return undefined
  const { kind, release, deadline } = unfinished
  const until = deadline === undefined ? 'It has no deadline yet.' : `It may be promoted until ${deadline}.`
  return goodEnd('unchanged', `The ${kind} of ${release.version} has not expired. ${until}`)
}

async function abortRecord(run: Run, unfinished: OperationRecord, request: AbortRequest): Promise<End> {
  const { journal, report, ports } = run
  report.operation = unfinished
  if (journal.state.strategy === 'in_place') return abortInPlace(run, unfinished)
  const router = knownRouter(journal.state, ports)
  if (!router) {
    // the very first deploy died before the ledger knew of any color
    await journal.end('aborted', 'abort_requested')
    return goodEnd('aborted', 'The first deploy was aborted before it changed anything.')
  }
  const unpack = (release: ReleaseId, folder: string) => unpackFrom(request, ports, release, folder)
  const { teardown } = request
  const aborted = await abortUnfinished(run, router, { reason: 'abort_requested', teardown, unpack })
  return aborted.failure ? badEnd('failed', aborted.failure) : goodEnd('aborted', aborted.message)
}

async function abortInPlace({ journal }: Run, { kind, release }: OperationRecord): Promise<End> {
  const isChanged = hasChanged(journal)
  await journal.end(isChanged ? 'failed' : 'aborted', 'abort_requested')
  const before = journal.state.in_place_previous?.release.version
  const back =
    before === undefined ? '' : ` To return to ${before}: changeover rollback -e ${journal.state.environment}`
  const what = isChanged ? `It is unknown what runs in the environment.${back}` : 'Nothing was changed.'
  return goodEnd('aborted', `The ${kind} of ${release.version} was aborted. ${what}`)
}

/** @throws OperationFailure when another archive was given; a release that no store has is not a failure */
async function unpackFrom(
  { release, fetch }: AbortRequest,
  { unpacked }: Ports,
  id: ReleaseId,
  folder: string,
): Promise<boolean> {
  try {
    return await withArchive(id, { release, fetch }, 'the operation to abort has', (archive) =>
      unpacked.unpack(archive, folder),
    )
  } catch (error) {
    const isGone = error instanceof OperationFailure && error.reason === 'release_not_held'
    if (release || !isGone) throw error
    return false
  }
}
