import { UserError } from '../../../platform/errors.js'
import { PATIENCE, type Patience, type StoreAnswer, type StoreCall, StoreHttp, webUrl } from '../http.js'

/** How to talk to GitHub, and about which repository. */
export interface GitHubAccess {
  /** `owner/name` */
  repository: string
  token: string
  /** Default: https://api.github.com */
  apiUrl?: string | undefined
  patience?: Patience
}

/** What the GitHub of a workflow is asked for, as `permissions` names it. */
export type Permission = 'actions: read' | 'contents: read' | 'contents: write' | 'pull-requests: write'

/**
 * The few calls of GitHub's REST API that stores need. What it answers is not trusted to have any shape.
 *
 * @see StoreHttp for what is tried again
 */
export class GitHubApi {
  private readonly http: StoreHttp
  private readonly base: string

  constructor(
    private readonly access: GitHubAccess,
    private readonly place: string,
  ) {
    this.http = new StoreHttp(place, access.patience ?? PATIENCE)
    const apiUrl = (access.apiUrl ?? 'https://api.github.com').replace(/\/+$/, '')
    this.base = `${apiUrl}/repos/${access.repository}`
  }

  /** Ask for `path` of the repository. Statuses other than `expected` are errors. */
  async json(
    path: string,
    permission: Permission,
    more: { method?: 'GET' | 'POST' | 'PATCH'; body?: object; missing?: boolean } = {},
    signal?: AbortSignal,
  ): Promise<unknown> {
    const { method = 'GET', body, missing = false } = more
    const call = { method, url: this.base + path, ...(body ? { body: JSON.stringify(body) } : {}) }
    const answer = await this.http.ask(this.signed(call), signal)
    if (missing && answer.status === 404) return undefined
    if (answer.status < 200 || answer.status > 299) throw this.refusal(answer, permission)
    return parsed(answer.text, this.place)
  }

  async remove(path: string, permission: Permission, signal?: AbortSignal): Promise<void> {
    const answer = await this.http.ask(this.signed({ method: 'DELETE', url: this.base + path }), signal)
    // a repeated call may find it gone
    if (answer.status !== 204 && answer.status !== 404) throw this.refusal(answer, permission)
  }

  /** Send a file to a URL that the API has given. */
  async upload(url: string, body: Blob, permission: Permission, signal?: AbortSignal): Promise<unknown> {
    if (new URL(url).protocol !== new URL(this.base).protocol) throw malformed(this.place)
    const headers = { 'content-type': 'application/gzip' }
    const answer = await this.http.ask(this.signed({ method: 'POST', url, body, headers }), signal)
    if (answer.status !== 201) throw this.refusal(answer, permission)
    return parsed(answer.text, this.place)
  }

  /** Write what `path` leads to into a new file. The token stays with the API: where it leads needs none. */
  async download(
    path: string,
    accept: string,
    file: string,
    permission: Permission,
    signal?: AbortSignal,
  ): Promise<void> {
    const call = this.signed({ url: this.base + path, headers: { accept } })
    let answer = await this.http.download(call, file, signal)
    if (answer.status === 302) {
      const location = webUrl(answer.headers.get('location'))
      if (!location) throw malformed(this.place)
      answer = await this.http.download({ url: location }, file, signal)
    }
    if (answer.status !== 200) throw this.refusal(answer, permission)
  }

  private signed(call: StoreCall): StoreCall {
    const headers = {
      accept: 'application/vnd.github+json',
      'x-github-api-version': '2022-11-28',
      authorization: `Bearer ${this.access.token}`,
      ...(call.body === undefined ? {} : { 'content-type': 'application/json' }),
    }
    return { ...call, headers: { ...headers, ...call.headers } }
  }

  private refusal({ status, headers, text }: StoreAnswer, permission: Permission): UserError {
    const said = messageIn(text)
    const why = `GitHub answers ${status}${said === '' ? '' : `: ${said}`}`
    if (status === 410) {
      return new UserError('release_expired', `${this.place}: the archive is gone; ${why}.`, {
        remedy: 'Artifacts are kept for a while only. Package the release again from the same commit.',
      })
    }
    if (status === 403 && headers.get('x-ratelimit-remaining') === '0') {
      return new UserError('store_busy', `${this.place}: the token's limit of requests is used up; ${why}.`, {
        remedy: 'Run it again within the hour, or use another token.',
      })
    }
    if ([401, 403, 404].includes(status)) {
      return new UserError('store_denied', `${this.place}: ${why}.`, {
        remedy: `Give the job the permission "${permission}", or a token that has it.`,
      })
    }
    return new UserError('store_refused', `${this.place}: ${why}.`, {
      remedy: 'Look at githubstatus.com, then run it again.',
    })
  }
}

/** The `message` of an error that GitHub sends, on one line. */
function messageIn(text: string): string {
  try {
    const data: unknown = JSON.parse(text)
    if (!isObject(data) || typeof data.message !== 'string') return ''
    const errors = Array.isArray(data.errors) ? data.errors.filter(isObject) : []
    const codes = errors.map((error) => [error.field, error.code].filter(Boolean).join(' ')).filter(Boolean)
    const said = codes.length > 0 ? `${data.message} (${codes.join(', ')})` : data.message
    return said.replaceAll(/[\0-\x1f\x7f]+/g, ' ').slice(0, 300)
  } catch {
    return ''
  }
}

function parsed(text: string, place: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw malformed(place)
  }
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function malformed(place: string): UserError {
  return new UserError('store_refused', `${place} answers with something that cannot be understood.`, {
    remedy: 'Check the address; a proxy may have answered in its place.',
  })
}
