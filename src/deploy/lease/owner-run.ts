import { GitHubApi, isObject } from '../../drivers/stores/github/api.js'
import { PATIENCE } from '../../drivers/stores/http.js'
import { messageOf, UserError } from '../../platform/errors.js'
import type { Owner } from '../ledger/state.js'
import type { Liveness } from './owner.js'

type Env = Record<string, string | undefined>

/** Asked once: what is not known now is asked of the lease. */
const ONCE = { ...PATIENCE, timeoutMs: 10_000, retries: 0 }

/**
 * What GitHub says of the workflow run that owns an operation; `undefined` when the owner is none, or none that this
 * GitHub can be asked for with this token.
 *
 * The ledger's word for where to ask is not taken: whoever can write it would be sent the token.
 */
export async function livenessOfRun(
  { run }: Owner,
  env: Env,
  token: string | undefined,
): Promise<Liveness | undefined> {
  const api = env.GITHUB_API_URL
  if (!run || !token || !api || run.api_url !== api) return undefined
  const { repository, id, attempt } = run
  const unknown = (why: string): Liveness => ({ state: 'unknown', why })
  if (!/^[\w.-]+\/[\w.-]+$/.test(repository)) return unknown('its run has no valid name')
  let answer: unknown
  try {
    const github = new GitHubApi({ repository, token, apiUrl: api, patience: ONCE }, 'its workflow run')
    answer = await github.json(`/actions/runs/${id}/attempts/${attempt}`, 'actions: read')
  } catch (error) {
    const remedy = error instanceof UserError && error.remedy ? ` ${error.remedy}` : ''
    return unknown(`${messageOf(error)}${remedy}`.replace(/\.$/, ''))
  }
  const status = isObject(answer) ? answer.status : undefined
  if (typeof status !== 'string' || !/^\w{1,40}$/.test(status)) {
    return unknown('GitHub says nothing of its run that can be understood')
  }
  return { state: status === 'completed' ? 'dead' : 'alive', why: `its workflow run is "${status}"` }
}
