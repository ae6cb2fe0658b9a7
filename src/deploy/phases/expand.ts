import type { CommandSettings, EnvironmentSettings } from '../../../generated/manifest.js'
import { type Step, targetOf } from './operation.js'

/** Expand the database schema, so that both colors can work with it. */
export const expand: Step = {
  phase: 'expand',
  applies: ({ settings }) => commandOf(settings) !== undefined,
  async run(operation) {
    const command = commandOf(operation.settings)
    if (!command) return
    await operation.ports.log.step('Expand the schema', () =>
      targetOf(operation).run('expand', command, operation.signal),
    )
  },
}

function commandOf(settings: EnvironmentSettings): CommandSettings | undefined {
  return settings.strategy === 'blue_green' ? settings.expand : undefined
}
