import { CommandFailed } from '../../drivers/command.js'
import { ProbeFailed } from '../../drivers/probes/ask.js'
import { RouterError } from '../../drivers/routers/router.js'
import { Cancelled, messageOf, UserError } from '../../platform/errors.js'
import { LedgerError } from './ledger.js'
import type { Reason } from './outcome.js'

/** An operation cannot continue: the reason for machines, one sentence and a remedy for people. */
export class OperationFailure extends Error {
  constructor(
    readonly reason: Reason,
    message: string,
    readonly remedy: string | null = null,
    cause?: unknown,
  ) {
    super(message, cause === undefined ? undefined : { cause })
    this.name = 'OperationFailure'
  }
}

/** Traffic was being shifted, and is not where it should be: the operation has failed, whatever phase it was in. */
export class ShiftFailure extends OperationFailure {
  constructor({ reason, message, remedy }: OperationFailure, cause: unknown) {
    super(reason, message, remedy, cause)
    this.name = 'ShiftFailure'
  }
}

/** Any error of the layers below, as a failure with a reason. */
export function asFailure(error: unknown): OperationFailure {
  if (error instanceof OperationFailure) return error
  if (error instanceof Cancelled) return new OperationFailure('cancelled', error.message, null, error)
  if (error instanceof CommandFailed) {
    const printed = error.tail.length > 0 ? ` Its last output: ${error.tail.slice(-3).join(' / ')}` : ''
    return new OperationFailure(error.code, `${error.message}${printed}`, 'See its output above.', error)
  }
  if (error instanceof ProbeFailed) {
    const remedy =
      error.code === 'probe_failed'
        ? 'Look at the color that was probed; its services are still there.'
        : 'The color may be healthy: look at what the probe depends on.'
    return new OperationFailure(error.code, error.message, remedy, error)
  }
  if (error instanceof RouterError) {
    return new OperationFailure(error.code, error.message, error.remedy ?? null, error)
  }
  if (error instanceof LedgerError) {
    return new OperationFailure(error.code, error.message, error.remedy, error)
  }
  if (error instanceof UserError) {
    const reason = error.code === 'output_unwritable' ? error.code : 'invalid_settings'
    return new OperationFailure(reason, error.message, error.remedy ?? null, error)
  }
  const remedy = 'Report it as a bug, with the log.'
  return new OperationFailure('internal_error', `Unexpected error: ${messageOf(error)}`, remedy, error)
}
