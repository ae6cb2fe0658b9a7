import { asFailure, type OperationFailure } from '../ledger/failure.js'
import type { Ports } from '../phases/ports.js'
import { ensureNobodyAtWork } from '../recovery/in-flight.js'

/**
 * Why a run ended that had claimed nothing. One that only learns that the ledger moved was beaten by another run to it: it is
 * told who that is, when it is still at work.
 */
export async function whoWasFirst(
  error: unknown,
  ports: Pick<Ports, 'ledger' | 'liveness'>,
): Promise<OperationFailure> {
  const failure = asFailure(error)
  if (failure.reason !== 'ledger_moved') return failure
  const { operation } = await ports.ledger.read().catch(() => ({ operation: null }))
  try {
    if (operation) await ensureNobodyAtWork(operation, false, ports)
    return failure
  } catch (atWork) {
    return asFailure(atWork)
  }
}
