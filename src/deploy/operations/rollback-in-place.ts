import { environmentOf } from '../../manifest/load.js'
import type { Release } from '../../release/open.js'
import { OperationFailure } from '../ledger/failure.js'
import { ensureOneRelease, isNamed, onceLive } from '../ledger/named-release.js'
import { type Ended, liveSlot, type OperationRecord, type ReleaseId, type State } from '../ledger/state.js'
import { type End, goodEnd, type Run } from '../phases/operation.js'
import { hasChanged } from '../phases/run.js'
import { resumeInPlace } from '../recovery/resume.js'
import { type ArchiveSource, withArchive } from './archives.js'
import { deployInPlace } from './deploy.js'
import type { RollbackRequest } from './rollback-target.js'
import { deployInstead, nothing } from './rollback-target.js'

/** A deploy that died before it changed anything is ended, and the rollback is done: the environment is as it was. */
export async function recoverInPlace(
  { journal, report }: Run,
  unfinished: OperationRecord,
): Promise<End | undefined> {
  if (unfinished.kind !== 'deploy' || hasChanged(journal)) return undefined
  report.operation = unfinished
  await journal.end('aborted', 'superseded')
  const { version } = unfinished.release
  return goodEnd('unchanged', `The deploy of ${version} was aborted before it changed anything.`)
}

/**
 * Deploy the release again that an in-place environment had before. It needs the archive, and takes as long as a deploy.
 *
 * @throws OperationFailure with the reason why there is no way back: nothing was touched then
 */
export async function rollbackInPlace(request: RollbackRequest, run: Run): Promise<End> {
  const { journal, environment } = run
  const release = chooseInPlace(journal.state, request.to)
  return withOwnArchive(release, request, async (archive) => {
    const settings = environmentOf(archive.settings, environment)
    if (settings.strategy !== 'in_place') {
      throw nothing(environment, `${release.version} is not a release for an in-place environment.`)
    }
    await request.admit?.(archive, liveSlot(journal.state)?.settings)
    const unfinished = journal.operation
    const resumed = unfinished ? await resumeInPlace(run, unfinished, 'rollback', release) : undefined
    return deployInPlace(run, resumed, { kind: 'rollback', settings, release, archive })
  })
}

/** The release to deploy again. @throws OperationFailure when there is none, or not the one that was asked for */
export function chooseInPlace(state: State, asked: string | undefined): ReleaseId {
  const { environment, in_place: own, in_place_previous: previous, operation, history } = state
  if (!own) throw nothing(environment, `No release was ever deployed to ${environment}.`)
  if (asked !== undefined) return chosen(state, asked)
  if (operation?.kind === 'rollback') return operation.release
  if (previous?.state === 'standby') return previous.release
  // a rollback failed: the next one continues it, even when a deploy has failed since
  if (previous?.state === 'rejected' && own.state === 'deploying') {
    const isFailed = ({ kind, outcome }: Ended) => kind === 'rollback' && outcome === 'failed'
    return (history.findLast(isFailed) ?? own).release
  }
  const { version } = own.release
  if (!previous)
    throw nothing(environment, `There is no earlier release: ${version} is the first one in ${environment}.`)
  const before = previous.release.version
  throw nothing(
    environment,
    `The release before ${version} was ${before}, which a rollback has replaced.`,
    `To use it anyway: changeover rollback -e ${environment} --to ${before}`,
  )
}

function chosen(state: State, asked: string): ReleaseId {
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
    `The ledger has no release ${asked} that was live in ${state.environment}.`,
    deployInstead(state.environment, asked),
  )
}

/** Do the work with the archive of a release. @returns what the work returned */
async function withOwnArchive(
  id: ReleaseId,
  source: ArchiveSource,
  work: (release: Release) => Promise<End>,
): Promise<End> {
  // an error of the work must not pass for one of the store
  let done: (() => End) | undefined
  const found = await withArchive(id, source, 'the way back is', async (release) => {
    done = await work(release).then(
      (end) => () => end,
      (error: unknown) => () => {
        throw error
      },
    )
  })
  if (found && done) return done()
  throw new OperationFailure(
    'release_not_held',
    `Deploying ${id.version} (${id.digest}) again needs its archive, which is neither on this machine nor in a store.`,
    'Pass it with --release FILE, or name the store that has it: --store, or release.store in changeover.yml.',
  )
}
