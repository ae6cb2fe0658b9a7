import type { Router } from '../../drivers/routers/router.js'
import type { Release } from '../../release/open.js'
import { OperationFailure } from '../ledger/failure.js'
import type { OperationRecord, ReleaseId } from '../ledger/state.js'
import type { Run } from '../phases/operation.js'
import { hasChanged } from '../phases/run.js'
import { abortUnfinished } from './abort.js'
import { hasExpired, settle } from './settle.js'

/**
 * What a deploy to two colors makes of an operation that no run works on: it resumes a deploy of the same release, and ends
 * everything else.
 *
 * @returns the operation to resume
 * @throws OperationFailure `deadline_passed`; ShiftFailure; LedgerError
 */
export async function resumeDeploy(
  run: Run,
  unfinished: OperationRecord,
  archive: Release,
  router: Router,
): Promise<OperationRecord | undefined> {
  const { kind, release, to_color } = unfinished
  if (kind !== 'deploy' || release.digest !== archive.document.digest || to_color === null) {
    await settle(run, router)
    return undefined
  }
  if (hasExpired(unfinished, run.ports.clock.now())) return refuseExpired(run, unfinished, archive, router)
  return nextAttempt(unfinished)
}

/** The same in place: an operation of this kind and release is resumed, any other one ends. */
export async function resumeInPlace(
  { journal }: Run,
  unfinished: OperationRecord,
  kind: OperationRecord['kind'],
  wanted: ReleaseId,
): Promise<OperationRecord | undefined> {
  const { release, to_color } = unfinished
  if (unfinished.kind === kind && release.digest === wanted.digest && to_color === null) {
    return nextAttempt(unfinished)
  }
  await journal.end(hasChanged(journal) ? 'failed' : 'aborted', 'superseded')
  return undefined
}

function nextAttempt(record: OperationRecord): OperationRecord {
  return { ...record, attempt: record.attempt + 1 }
}

/** A release that was verified too long ago gets no traffic: its deploy is aborted, and its color torn down. */
async function refuseExpired(
  run: Run,
  expired: OperationRecord,
  archive: Release,
  router: Router,
): Promise<never> {
  run.report.operation = expired
  const unpack = async (_release: ReleaseId, folder: string) => {
    await run.ports.unpacked.unpack(archive, folder)
    return true
  }
  const { message } = await abortUnfinished(run, router, {
    reason: 'deadline_passed',
    teardown: true,
    unpack,
  })
  throw new OperationFailure(
    'deadline_passed',
    `${expired.release.version} was not promoted before its deadline, ${expired.deadline}. ${message}`,
    'Deploy it again.',
  )
}
