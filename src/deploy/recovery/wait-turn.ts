import ms from 'ms'
import { UserError } from '../../platform/errors.js'
import type { OperationRecord } from '../ledger/state.js'
import type { Ports } from '../phases/operation.js'

/** How often the ledger is read, in milliseconds. */
const POLL_MS = 5_000

/**
 * How long to wait for another run, in milliseconds.
 *
 * @param text such as `90s`, `10m` or `1h`; a number without a unit is in seconds
 * @throws UserError `invalid_wait`
 */
export function waitTime(text: string | undefined): number {
  const [, number, unit] = /^(\d{1,6})\s*(s|m|h)?$/.exec(text?.trim() ?? '0') ?? []
  if (number !== undefined) return ms(`${Number(number)}${unit ?? 's'}` as ms.StringValue)
  throw new UserError('invalid_wait', `"${text}" is not a valid time to wait.`, {
    remedy: 'Use 90s, 10m or 1h.',
  })
}

/**
 * Wait until no other run works on the environment, or the time is over. The operation that follows then reports which run it is.
 *
 * @param waitMs how long at most; 0 does not even look
 * @throws LedgerError
 */
export async function waitTurn(
  ports: Pick<Ports, 'ledger' | 'liveness' | 'clock' | 'log'>,
  waitMs: number,
  signal: AbortSignal,
): Promise<void> {
  const { ledger, clock, log } = ports
  let waited = 0
  let awaited: string | undefined
  while (waited < waitMs && !signal.aborted) {
    const { operation } = await ledger.read()
    if (!operation?.owner || (await ports.liveness(operation.owner)).state === 'dead') return
    if (awaited !== operation.id) log.info(waiting(operation, operation.owner.name, waitMs - waited))
    awaited = operation.id
    const pause = Math.min(POLL_MS, waitMs - waited)
    await clock.sleep(pause, signal).catch(() => {}) // the operation reports a cancellation itself
    waited += pause
  }
}

function waiting({ kind, release }: OperationRecord, name: string, leftMs: number): string {
  return `Waiting at most ${ms(leftMs, { long: true })} until the ${kind} of ${release.version} by ${name} ends.`
}
