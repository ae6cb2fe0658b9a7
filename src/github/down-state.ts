import type { StagedTestInputs } from '../staged-test/start.js'
import { readState, saveState } from './action-io.js'

/** While an environment is up, its post step knows what to end should the main step be killed. */
export function downHooks(inputs: StagedTestInputs): { onUp: () => void; onDown: () => void } {
  return {
    onUp: () => saveState('down', JSON.stringify(inputs)),
    onDown: () => saveState('down', ''),
  }
}

/** What the main step left to be ended, if it left anything. */
export function leftToEnd(): StagedTestInputs | undefined {
  const state = readState('down')
  return state === '' ? undefined : (JSON.parse(state) as StagedTestInputs)
}
