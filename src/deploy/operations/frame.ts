import { HeldLease } from '../lease/held-lease.js'
import { asFailure, type OperationFailure, ShiftFailure } from '../ledger/failure.js'
import { Journal } from '../ledger/journal.js'
import type { OperationKind } from '../ledger/outcome.js'
import type { OperationRecord, ReleaseId, State } from '../ledger/state.js'
import { badEnd, type End, type Ports, Report, type Run } from '../phases/operation.js'
import { ensureUnowned } from '../recovery/settle.js'
import { operationResult } from './report.js'
import type { OperationResult } from './result.js'

/** What deploy, rollback and abort each do in the frame that they share. */
export interface Frame {
  kind: OperationKind
  environment: string
  takeOver: boolean
  /** The strategy of the release; default: that of the ledger. */
  strategy?: State['strategy']
  /** The release that is asked for; default: that of the operation. */
  release?: ReleaseId
  /** How it ends when it fails before it has claimed anything. */
  untouched: 'aborted' | 'refused'
  /** What must hold before anything else. @returns the end, when there is nothing to do */
  before?(run: Run): Promise<End | undefined>
  /**
   * An earlier run has left an operation, and no run works on it: resume it, or bring it to its end.
   *
   * @returns the operation to resume, or the end, when that was all
   */
  recover(run: Run, unfinished: OperationRecord): Promise<OperationRecord | End | undefined>
  /** The work itself. @param resumed what {@link recover} found */
  work(run: Run, resumed: OperationRecord | undefined): Promise<End>
}

/**
 * The frame of all operations: take the lease, read the ledger, recover what an earlier run left, work, and report the end.
 *
 * Never throws for what goes wrong outside: every end is an outcome with a reason.
 */
export async function operate(frame: Frame, ports: Ports, signal: AbortSignal): Promise<OperationResult> {
  const { kind, environment, takeOver } = frame
  const started_at = ports.clock.now().toISOString()
  const report = new Report()
  const lease = new HeldLease(ports)
  let journal: Journal | undefined
  let strategy = frame.strategy ?? 'blue_green'
  const begin = async (): Promise<End> => {
    const state = await ports.ledger.read()
    strategy = frame.strategy ?? state.strategy
    journal = new Journal(state, ports, lease)
    const owned = AbortSignal.any([signal, lease.signal])
    return recoverAndWork(frame, { kind, environment, takeOver, ports, journal, report, signal: owned })
  }
  try {
    const end = await begin().catch((error: unknown) => endAfter(error, frame, ports, journal))
    const state = journal?.state
    const ended_at = ports.clock.now().toISOString()
    const { release } = frame
    const context = { kind, environment, strategy, release, state, report, started_at, ended_at }
    return operationResult(end, context)
  } finally {
    await lease.close()
  }
}

async function recoverAndWork(frame: Frame, run: Run): Promise<End> {
  const early = await frame.before?.(run)
  if (early) return early
  const { operation } = run.journal
  if (!operation) return frame.work(run, undefined)
  await ensureUnowned(operation, run.takeOver, run.ports)
  const recovered = await frame.recover(run, operation)
  return recovered && 'outcome' in recovered ? recovered : frame.work(run, recovered)
}

/** Nothing was claimed, or the ledger failed. Traffic is where it was, unless an earlier operation was being ended. */
async function endAfter(
  error: unknown,
  { kind, untouched }: Frame,
  ports: Ports,
  journal: Journal | undefined,
): Promise<End> {
  if (error instanceof ShiftFailure) return badEnd('failed', error)
  if (kind === 'abort' && journal?.hasRecorded) return badEnd('failed', asFailure(error))
  return badEnd(untouched, await whoWasFirst(error, ports))
}

/** A run that only learns that the ledger moved was slower than another run: name that run, when it is still at work. */
export async function whoWasFirst(
  error: unknown,
  ports: Pick<Ports, 'ledger' | 'liveness'>,
): Promise<OperationFailure> {
  const failure = asFailure(error)
  if (failure.reason !== 'ledger_moved') return failure
  const { operation } = await ports.ledger.read().catch(() => ({ operation: null }))
  try {
    if (operation) await ensureUnowned(operation, false, ports)
    return failure
  } catch (inFlight) {
    return asFailure(inFlight)
  }
}
