import type { CheckSettings } from '../../../generated/manifest.js'
import { expandDeep, type Variables } from '../../manifest/values.js'

/**
 * What a runner hands to its actions and not to the commands of a workflow: tokens for its own services, the action's
 * inputs and state. Checks are the code of whoever wrote the change.
 */
const RUNNERS_OWN =
  /^(?:ACTIONS_(?:RUNTIME|ID_TOKEN|RESULTS|CACHE)_\w+|(?:INPUT|STATE)_.+|GITHUB_(?:OUTPUT|STATE))$/i

/**
 * A check's changes to the process's environment.
 *
 * @throws UserError `variable_missing`
 */
export function checkEnvironment({ name, env }: CheckSettings, process: Variables): Variables {
  const removed = Object.keys(process).filter((key) => RUNNERS_OWN.test(key))
  return {
    ...Object.fromEntries(removed.map((key) => [key, undefined])),
    CHANGEOVER_CHECK: name,
    ...expandDeep(env ?? {}, process, `${name}.env`),
  }
}
