import { deployerOf } from '../../drivers/deployers/deployer.js'
import { withOldColor } from './contract.js'
import { colorsOf, type Step, targetOf } from './operation.js'

/** Take down the color that the traffic left. */
export const retire: Step = {
  phase: 'retire',
  applies: ({ settings, colors }) => Boolean(colors?.from && deployerOf(settings)?.remove),
  records: (state, operation) => withOldColor(state, operation, 'retiring'),
  async run(operation) {
    const { from } = colorsOf(operation)
    if (!from) return
    await operation.ports.log.step(`Retire ${from}`, async () =>
      deployerOf(operation.settings)?.remove?.(targetOf(operation, from), operation.signal),
    )
  },
}
