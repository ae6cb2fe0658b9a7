import type { CommandSettings, EnvironmentSettings } from '../../../generated/manifest.js'
import type { State } from '../ledger/state.js'
import { type Operation, type Step, targetOf } from './operation.js'

/**
 * Contract the database schema: the point of no return. The ledger has it before the command starts, so that no rollback can
 * lead to a color whose schema is gone.
 */
export const contract: Step = {
  phase: 'contract',
  applies: ({ settings }) => commandOf(settings) !== undefined,
  records: (state, operation) => withOldColor(state, operation, 'retiring'),
  async run(operation) {
    const command = commandOf(operation.settings)
    if (!command) return
    await operation.ports.log.step('Contract the schema', () =>
      targetOf(operation).run('contract', command, operation.signal),
    )
  },
}

/** The state with the color that the traffic left in another state. */
export function withOldColor(state: State, { colors }: Operation, to: 'retiring' | 'retired'): State {
  const old = colors?.from
  const slot = old && state[old]
  return old && slot ? { ...state, [old]: { ...slot, state: to } } : state
}

function commandOf(settings: EnvironmentSettings): CommandSettings | undefined {
  return settings.strategy === 'blue_green' ? settings.contract : undefined
}
