import { CommandFailed } from '../../drivers/command.js'
import { ProbeFailed } from '../../drivers/probes/ask.js'
import { RouterError } from '../../drivers/routers/router.js'
import { Cancelled, messageOf, UserError } from '../../platform/errors.js'
import { LedgerError } from './ledger.js'
import type { Reason } from './outcome.js'

/** An operation cannot go on: the reason for machines, a sentence and a remedy for people. */
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

/** As {@link OperationFailure}, and users were being moved when it happened. */
export class ShiftFailure extends OperationFailure {
  constructor({ reason, message, remedy }: OperationFailure, cause: unknown) {
    super(reason, message, remedy, cause)
    this.name = 'ShiftFailure'
  }
}

/** Whatever went wrong below, as a failure with a reason. */
export function asFailure(error: unknown): OperationFailure {
  if (error instanceof OperationFailure) return error
  if (error instanceof Cancelled) return new OperationFailure('cancelled', error.message, null, error)
  if (error instanceof CommandFailed) {
    const printed = error.tail.length > 0 ? ` It printed last: ${error.tail.slice(-3).join(' / ')}` : ''
    return new OperationFailure(error.code, `${error.message}${printed}`, 'See its output above.', error)
  }
  if (error instanceof ProbeFailed) {
    return new OperationFailure(
      error.code,
      error.message,
      error.code === 'probe_failed'
        ? 'Look at the color that was asked; its services are still there.'
        : 'Nothing is known to be wrong with the color: look at what the probe relies on.',
      error,
    )
  }
  if (error instanceof RouterError)
    return new OperationFailure(error.code, error.message, error.remedy ?? null, error)
  if (error instanceof LedgerError) {
    return new OperationFailure(error.code, error.message, error.remedy, error)
  }
  if (error instanceof UserError) {
    const reason = error.code === 'output_unwritable' ? error.code : 'invalid_settings'
    return new OperationFailure(reason, error.message, error.remedy ?? null, error)
  }
  return new OperationFailure(
    'internal_error',
    `Unexpected: ${messageOf(error)}`,
    'Please report this.',
    error,
  )
}
