import { messageOf } from '../platform/errors.js'
import { askHttp, type HttpAnswer } from '../platform/http.js'
import type { Liveness } from './owner.js'
import type { Owner } from './state.js'

type Env = Record<string, string | undefined>

const TIMEOUT_MS = 10_000

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
  const unknown = (why: string): Liveness => ({ state: 'unknown', why })
  if (!/^[\w.-]+\/[\w.-]+$/.test(run.repository)) return unknown('its run has no valid name')
  let answer: HttpAnswer
  try {
    answer = await askHttp({
      url: `${api.replace(/\/+$/, '')}/repos/${run.repository}/actions/runs/${run.id}/attempts/${run.attempt}`,
      headers: {
        authorization: `Bearer ${token}`,
        accept: 'application/vnd.github+json',
        'user-agent': 'changeover',
        'x-github-api-version': '2022-11-28',
      },
      timeoutMs: TIMEOUT_MS,
      maxBody: 1024 * 1024,
      longBody: 'refuse',
    })
  } catch (error) {
    return unknown(`GitHub cannot be asked for its run: ${messageOf(error)}`)
  }
  if (answer.status !== 200) {
    const need = answer.status === 403 || answer.status === 404 ? '; it needs "actions: read"' : ''
    return unknown(`GitHub does not say what became of its run (status ${answer.status}${need})`)
  }
  const status = statusIn(answer.body)
  if (status === undefined) return unknown('GitHub says nothing of its run that can be understood')
  return { state: status === 'completed' ? 'dead' : 'alive', why: `its workflow run is "${status}"` }
}

function statusIn(body: string): string | undefined {
  try {
    const data: unknown = JSON.parse(body)
    const status = typeof data === 'object' && data !== null && 'status' in data ? data.status : undefined
    return typeof status === 'string' && /^\w{1,40}$/.test(status) ? status : undefined
  } catch {
    return undefined
  }
}
