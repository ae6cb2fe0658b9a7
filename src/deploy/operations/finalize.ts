import type { BlueGreenSettings } from '../../../generated/manifest.js'
import type { Color } from '../../drivers/color.js'
import { Site } from '../../drivers/target.js'
import { asFailure } from '../ledger/failure.js'
import type { State } from '../ledger/state.js'
import type { DeployRun } from '../phases/deploy-run.js'
import { hasToDo } from '../phases/phases.js'
import type { OperationResult } from '../phases/result.js'
import { endBadly, endWell } from './ending.js'

/**
 * contract, retire: the point of no return. The ledger says so before the first command runs, so that no
 * rollback can lead to a color whose schema is gone.
 */
export async function finalize(
  site: Site,
  old: Color | null,
  run: DeployRun<BlueGreenSettings>,
): Promise<OperationResult> {
  const { settings, journal, ports, signal, name } = run
  const { contract, retire } = settings
  const liveColor = journal.state.live ?? undefined // the shift has changed it
  try {
    if (contract && hasToDo(journal, 'contract')) {
      await journal.enter('contract', (state) => withOld(state, old, 'retiring'))
      await ports.log.step('Contract the schema', () =>
        new Site({ ...site.options, liveColor }, ports).run('contract', contract, signal),
      )
    }
    if (retire && old !== null) {
      await journal.enter('retire', (state) => withOld(state, old, 'retiring'))
      // the retire command acts on the color that it retires
      const retiring = new Site({ ...site.options, color: old, liveColor }, ports)
      await ports.log.step(`Retire ${old}`, () => retiring.run('retire', retire, signal))
    }
  } catch (error) {
    return endBadly(run, 'failed', asFailure(error))
  }
  const message = `${name.version} is live and final: there is no way back by shifting.`
  return endWell(run, 'promoted', message, (state) => withOld(state, old, 'retired'))
}

function withOld(state: State, old: Color | null, to: 'retiring' | 'retired'): State {
  const slot = old && state[old]
  return old && slot ? { ...state, [old]: { ...slot, state: to } } : state
}
