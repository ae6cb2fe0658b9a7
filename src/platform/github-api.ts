import { UserError } from './errors.js'

/** A permission of a token, as `permissions` of a workflow job names it. */
export type Permission =
  | 'actions: read'
  | 'attestations: read'
  | 'attestations: write'
  | 'contents: read'
  | 'contents: write'
  | 'pull-requests: write'

/** What a request sends, and how it is repeated. */
export interface GitHubRequest {
  /** The permission that the token needs. The remedy of an error names it. */
  permission: Permission
  /** The query of a GET; the JSON body of every other method. */
  parameters?: Readonly<Record<string, unknown>>
  /** A file to upload, instead of a JSON body. */
  upload?: Blob
  /** Return `undefined` for status 404 instead of throwing. */
  allowMissing?: boolean
  /** Whether a second request does no harm. Default: every method but POST. */
  repeatable?: boolean
  /** Send the request once, within this many milliseconds, and never repeat it. */
  onceWithinMs?: number
  signal?: AbortSignal | undefined
}

/**
 * GitHub's REST API. A route is a method and a path below `url`, such as `GET /repos/acme/cloud/pulls`, or a method and
 * a whole URL. Data from GitHub has no guaranteed shape: check it before use.
 *
 * Both methods throw {@link GitHubError}, and the signal's reason when it aborts.
 */
export interface GitHubApi {
  /** The base address, without a slash at the end: `https://api.github.com`. */
  readonly url: string
  /** Whether requests carry a token. */
  readonly hasToken: boolean
  /** Send a request. @returns the JSON of the answer */
  request(route: string, request: GitHubRequest): Promise<unknown>
  /** Write the file that a route leads to. No file is left after a failure. The token goes to the API alone. */
  download(route: string, file: string, request: GitHubRequest & { accept?: string }): Promise<void>
}

/** GitHub did not do what it was asked to. The code says why, `status` is its answer, if it sent one. */
export class GitHubError extends UserError {
  readonly status: number | undefined

  constructor(
    code:
      | 'github_unreachable'
      | 'github_timeout'
      | 'github_denied'
      | 'github_rate_limited'
      | 'github_refused',
    message: string,
    options: { remedy: string; status?: number; cause?: unknown },
  ) {
    super(code, message, options)
    this.name = 'GitHubError'
    this.status = options.status
  }
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
