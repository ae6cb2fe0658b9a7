import { watch } from '../../drivers/probes/ask.js'
import { duration } from '../../manifest/values.js'
import { OperationFailure } from '../ledger/failure.js'
import { withTrafficOn } from '../ledger/state.js'
import type { Colors, Operation, Step } from './operation.js'

/** How long the color is watched that a rollback has brought traffic back to, in milliseconds. */
const ROLLBACK_MS = 2_000

/**
 * Watch the release while it has the traffic: its probes, and the error budget of the monitor. An in-place environment bakes
 * only when the manifest says for how long; its monitor concludes in any case.
 */
export const bake: Step = {
  phase: 'bake',
  ready: async ({ monitor }) => monitor.arrived(),
  isRecorded: bakes,
  records(state, { colors, kind, journal }) {
    if (!colors) return state
    const left = kind === 'rollback' ? 'rejected' : 'standby'
    return withTrafficOn(state, colors.to, left, journal.now())
  },
  async run(operation) {
    const { colors, environment, probes, monitor, ports, report, halt } = operation
    if (!bakes(operation)) return monitor.conclude()
    const forMs = bakeMs(operation)
    await ports.log.step(`Bake on ${colors?.to ?? environment} for ${forMs / 1000} s`, async () => {
      await watch(probes.bake, forMs, ports.clock, halt, report.probes.during('bake'))
      await monitor.conclude()
      if (colors) await ensureTrafficStayed(colors)
    })
    if (colors) colors.traffic = 'stays'
  },
}

function bakes({ colors, settings }: Operation): boolean {
  return colors !== null || settings.bake !== undefined
}

function bakeMs({ kind, colors, settings }: Operation): number {
  return kind === 'rollback' && colors ? ROLLBACK_MS : duration(settings.bake?.for, '60s')
}

/** Probes ask the color, not the router: a release is promoted only while the router still sends traffic to it. */
async function ensureTrafficStayed({ router, to }: Colors): Promise<void> {
  const current = await router.current()
  if (current === to) return
  throw new OperationFailure(
    'router_disagrees',
    `Traffic was shifted to ${to}, but at the end of the bake the router says "${current}".`,
    'Find out who changed the router, or why it lost its state. Then deploy again.',
  )
}
