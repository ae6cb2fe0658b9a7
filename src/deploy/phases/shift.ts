import type { Color } from '../../drivers/color.js'
import { asFailure, OperationFailure, ShiftFailure } from '../ledger/failure.js'
import { withTrafficOn } from '../ledger/state.js'
import { colorsOf, type Operation, type Step } from './operation.js'
import { isStillOurs, shiftAndReadBack } from './traffic.js'

/** Shift traffic to the new color. What the router reports afterwards decides whether it happened. */
export const shift: Step = {
  phase: 'shift',
  async ready(operation) {
    const { router, to } = colorsOf(operation)
    operation.monitor.start()
    await router.check(to)
    await operation.monitor.beforeShift()
  },
  async run(operation) {
    const { monitor, ports, report } = operation
    const colors = colorsOf(operation)
    try {
      await ports.log.step(`Shift traffic to ${colors.to}`, async () => {
        monitor.mark('shift_started')
        const started = performance.now()
        await shiftAndReadBack(colors.router, colors.to)
        report.shiftMs = Math.round(performance.now() - started)
      })
    } catch (error) {
      monitor.mark('back_started')
      throw await afterFailedShift(operation, asFailure(error))
    }
    colors.traffic = 'new'
  },
}

/**
 * Find out where an earlier run of this operation left the traffic. Traffic that it left split goes back to the old color;
 * and when it had taken traffic back without a record, the ledger gets one.
 *
 * @throws RouterError, LedgerError
 */
export async function findTraffic(operation: Operation): Promise<void> {
  const { colors, journal } = operation
  if (colors?.traffic !== 'old' || !journal.hasStarted('shift')) return
  const { router, from, to } = colors
  const current = await router.current()
  if (current === to) colors.traffic = 'new'
  if (current === to || from === null) return
  if (current === 'split') {
    await shiftAndReadBack(router, from)
    await isStillOurs(router, operation) // when it is not, the ledger refuses the next record
  }
  if (journal.state.live === to) await recordBack(operation, from)
}

/**
 * Shift traffic back to the color that it came from, after the new color has failed. The signal of the user does not stop it.
 *
 * @throws ShiftFailure when traffic is not back, or another run has taken the operation over
 */
export async function shiftBack(operation: Operation, failure: OperationFailure): Promise<void> {
  const { monitor, ports } = operation
  const { router, from } = colorsOf(operation)
  if (!(await isStillOurs(router, operation))) throw takenOver(failure)
  if (from === null) throw stuck(failure, 'There is no other color to go back to.')
  monitor.mark('back_started')
  try {
    await ports.log.step(`Shift traffic back to ${from}`, () => shiftAndReadBack(router, from))
  } catch (error) {
    if (!(await isStillOurs(router, operation))) throw takenOver(failure)
    throw stuck(asFailure(error), `${failure.message} Traffic could not be shifted back to ${from}.`)
  }
  try {
    await recordBack(operation, from)
  } catch (error) {
    if (!(await isStillOurs(router, operation))) throw takenOver(failure)
    // traffic is safe; the next run finds the unfinished operation, asks the router and sees the same
    ports.log.warn(
      `Traffic is back on ${from}, but the ledger could not record it: ${asFailure(error).message}`,
    )
  }
  await monitor.afterwards()
}

async function recordBack({ journal }: Operation, from: Color): Promise<void> {
  await journal.note(`back on ${from}`, (state) => withTrafficOn(state, from, 'rejected', journal.now()))
}

/**
 * The router reports a failure. Where it sends traffic now decides what that means: traffic that is not on the old color goes
 * back there, unless another run owns the operation by now.
 *
 * @returns the failure to end with: a {@link ShiftFailure} when traffic is not back
 */
async function afterFailedShift(operation: Operation, failure: OperationFailure): Promise<OperationFailure> {
  const { router, from } = colorsOf(operation)
  const back = from ?? 'none'
  let notBack = ''
  let current = await router.current().catch(() => undefined)
  if (current !== back && from !== null) {
    if (!(await isStillOurs(router, operation))) return takenOver(failure)
    await router.shiftTo(from).catch((error: unknown) => {
      notBack = ` Traffic could not be shifted back to ${from}: ${asFailure(error).message}`
    })
    current = await router.current().catch(() => undefined)
  }
  if (current === back) operation.monitor.mark('back_ended')
  if (!(await isStillOurs(router, operation))) return takenOver(failure)
  if (current === back) return failure
  const traffic =
    current === undefined
      ? 'Not every node of the router tells where it sends traffic.'
      : `The router says "${current}".`
  return stuck(failure, `${traffic}${notBack}`)
}

function takenOver(failure: OperationFailure): ShiftFailure {
  if (failure.reason === 'lease_lost') {
    return stuck(failure, 'Another run may have the traffic by now, so it was left where it is.')
  }
  const message = 'Another run has taken over this operation. Traffic is where that run, or the ledger, says.'
  const taken = new OperationFailure('ledger_moved', message, 'See changeover status.', failure)
  return new ShiftFailure(taken, failure)
}

function stuck(failure: OperationFailure, more: string): ShiftFailure {
  const { reason, message, remedy } = failure
  const text = `${message.replace(/\.?$/, '.')} ${more}`
  return new ShiftFailure(new OperationFailure(reason, text, remedy, failure), failure)
}
