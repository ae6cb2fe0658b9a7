import { deployerOf } from '../../drivers/deployers/deployer.js'
import { leftToRoll } from '../ledger/rolled.js'
import { type State, withInPlace, withSlot } from '../ledger/state.js'
import { newSlot, type Operation, type Step, targetOf } from './operation.js'

/** Bring the idle color, or the in-place environment, to the release. */
export const deploy: Step = {
  phase: 'deploy',
  applies: ({ settings }) => deployerOf(settings) !== undefined,
  /** The slot no longer holds what it held: no rollback may lead to that. */
  records: withDeploying,
  async run(operation) {
    const { release, ports, settings, colors, signal } = operation
    const where = colors ? ` to ${colors.to}` : ''
    await ports.log.step(`Deploy ${release.version}${where}`, async () =>
      deployerOf(settings)?.deploy(targetOf(operation), signal),
    )
  },
}

/** A second deploy of the same release in place keeps the hosts that the first one rolled. */
function withDeploying(state: State, operation: Operation): State {
  const slot = { ...newSlot(operation, 'deploying'), ...leftToRoll(operation.settings) }
  if (operation.colors) return withSlot(state, operation.colors.to, slot)
  const was = state.in_place
  const isContinued = was?.rolling === 'pending' && was.release.digest === slot.release.digest
  const rolled = isContinued && was.rolled ? { rolled: was.rolled } : {}
  return withInPlace(state, { ...slot, ...rolled }, slot.since)
}
