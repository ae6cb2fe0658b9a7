import { environmentOf } from '../../manifest/load.js'
import type { Release } from '../../release/open.js'
import { OperationFailure } from '../ledger/failure.js'
import type { Journal } from '../ledger/journal.js'
import { ensureOneRelease, isNamed, onceLive } from '../ledger/named-release.js'
import type { ReleaseName } from '../ledger/state.js'
import { type Ended, liveSlot, type State } from '../ledger/state.js'
import type { OperationReport } from '../phases/operation-report.js'
import type { Ports } from '../phases/ports.js'
import type { OperationResult } from '../phases/result.js'
import { ensureNobodyAtWork } from '../recovery/in-flight.js'
import { deployInPlace, hasChanged } from './in-place.js'
import { type ArchiveSource, withArchive } from './release-archive.js'
import type { RollbackRequest } from './rollback-request.js'
import { deployInstead, nothing } from './rollback-target.js'

/**
 * Deploy the release again that an environment without colors had before. It takes its archive, and as long as a deploy.
 *
 * @throws OperationFailure for why there is no way back: nothing was touched then
 */
export async function rollbackInPlace(
  request: RollbackRequest,
  journal: Journal,
  ports: Ports,
  report: OperationReport,
  signal: AbortSignal,
): Promise<OperationResult> {
  const given = await abortUntouched(request, journal, ports, report)
  if (given) return given
  const target = chooseInPlace(journal.state, request.to)
  return withOwnArchive(target, request, async (release) => {
    const { environment, takeOver } = request
    const settings = environmentOf(release.settings, environment)
    if (settings.strategy !== 'in_place') {
      throw nothing(`${target.version} is no release for an environment that is changed in place.`)
    }
    await request.admit?.(release, liveSlot(journal.state)?.settings)
    const run = { environment, settings, release, name: target, takeOver, journal, ports, report, signal }
    return deployInPlace({ ...run, kind: 'rollback', until: 'shifted' })
  })
}

/** A deploy that died before it changed anything is given up, and that is all: users have what they had. */
async function abortUntouched(
  { takeOver }: RollbackRequest,
  journal: Journal,
  ports: Ports,
  report: OperationReport,
): Promise<OperationResult | undefined> {
  const unfinished = journal.operation
  if (!unfinished) return undefined
  await ensureNobodyAtWork(unfinished, takeOver, ports)
  if (unfinished.kind !== 'deploy' || hasChanged(journal)) return undefined
  report.remember(unfinished, unfinished.phases)
  await journal.end('aborted', 'superseded')
  const { version } = unfinished.release
  return report.good(
    'unchanged',
    'completed',
    `The deploy of ${version} was given up before it changed anything.`,
  )
}

/** What to deploy again. @throws OperationFailure when there is nothing, or not what is asked for */
export function chooseInPlace(state: State, asked: string | undefined): ReleaseName {
  const { environment, in_place: own, in_place_previous: previous, operation, history } = state
  if (!own) throw nothing(`No release was ever deployed to ${environment}.`)
  if (asked !== undefined) return chosen(state, asked)
  if (operation?.kind === 'rollback') return operation.release
  if (previous?.state === 'standby') return previous.release
  // a rollback that failed has left this: the next one goes on with it, and not with what was deployed since, and failed too
  if (previous?.state === 'rejected' && own.state === 'deploying') {
    const isFailed = ({ kind, outcome }: Ended) => kind === 'rollback' && outcome === 'failed'
    return (history.findLast(isFailed) ?? own).release
  }
  const { version } = own.release
  if (!previous) throw nothing(`${version} is the first release of ${environment}.`)
  const before = previous.release.version
  throw nothing(
    `Before ${version} there was ${before}, which a rollback has replaced.`,
    `To use it all the same: --to ${before}`,
  )
}

function chosen(state: State, asked: string): ReleaseName {
  ensureOneRelease(state, asked)
  const live = liveSlot(state)
  if (live && isNamed(asked, live.release)) {
    throw new OperationFailure('already_live', `${live.release.version} is live already.`)
  }
  const previous = state.in_place_previous?.release
  const known = previous && isNamed(asked, previous) ? previous : onceLive(state, asked)
  if (known) return known
  throw new OperationFailure(
    'release_not_held',
    `The ledger knows of no release ${asked} that was live in ${state.environment}.`,
    deployInstead(asked),
  )
}

/** The result of work with the archive of a release. */
async function withOwnArchive(
  name: ReleaseName,
  source: ArchiveSource,
  work: (release: Release) => Promise<OperationResult>,
): Promise<OperationResult> {
  // what the work throws is not about the store
  let done: (() => OperationResult) | undefined
  const found = await withArchive(name, source, 'the way back is', async (release) => {
    done = await work(release).then(
      (result) => () => result,
      (error: unknown) => () => {
        throw error
      },
    )
  })
  if (found && done) return done()
  throw new OperationFailure(
    'release_not_held',
    `The archive of ${name.version} (${name.digest}) is nowhere: it takes it to deploy that release again.`,
    'Give it with --release FILE, or name the store that has it: --store, or release.store in changeover.yml.',
  )
}
