import type { Color } from '../../drivers/color.js'
import { askUntilGood, ProbeFailed } from '../../drivers/probes/ask.js'
import { asFailure, OperationFailure } from '../ledger/failure.js'
import { liveSlot } from '../ledger/state.js'
import type { Step } from './operation.js'

/**
 * Probe the color directly, before traffic is shifted to it. Every run does it again: an answer from before an approval is
 * out of date.
 */
export const verify: Step = {
  phase: 'verify',
  applies: ({ probes }) => probes.verify.length > 0,
  ready: async ({ monitor }) => monitor.start(),
  async run(operation) {
    const { probes, ports, report, colors, environment, halt, kind } = operation
    const names = probes.verify.map(({ probe }) => probe.name).join(', ')
    try {
      await ports.log.step(`Check the health of ${colors?.to ?? environment}: ${names}`, () =>
        askUntilGood(probes.verify, ports.clock, halt, report.probes.during('verify')),
      )
    } catch (error) {
      if (kind !== 'rollback' || !colors) throw error
      const live = liveSlot(operation.journal.state)?.release.version ?? 'the live release'
      throw notHealthy(error, { live, old: operation.release.version, color: colors.to })
    }
  },
}

/** Why traffic is not shifted back from release `live` to release `old` on `color`, and what to do about it. */
export function notHealthy(
  error: unknown,
  { live, old, color }: { live: string; old: string; color: Color },
): OperationFailure {
  const failure = asFailure(error)
  if (!(failure.cause instanceof ProbeFailed)) return failure
  const fix =
    failure.cause.reason === 'cross_color'
      ? `The colors no longer have the same keys, so every user would be logged out: copy those of the live color to ${color}`
      : `Repair what the probe checks on ${color}`
  const remedy = `Traffic stays on ${live}. ${fix} and roll back again, or deploy the archive of ${old}.`
  return new OperationFailure(failure.reason, failure.message, remedy, error)
}
