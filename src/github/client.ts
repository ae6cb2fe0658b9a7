import { readFileSync } from 'node:fs'
import { PATIENCE, type Patience } from '../drivers/stores/http.js'
import type { Variables } from '../manifest/values.js'
import type { GitHubApi } from '../platform/github-api.js'

const GITHUB_COM = 'https://api.github.com'

export interface GitHubClientOptions {
  /** The base address of the REST API; default: that of github.com. */
  url?: string | undefined
  /** Without a token, requests are anonymous. */
  token: string | undefined
  patience?: Patience
}

/** A client of GitHub's REST API. Octokit is loaded by the first request: most runs send none. */
export function gitHubClient({ url, token, patience = PATIENCE }: GitHubClientOptions): GitHubApi {
  const base = (url || GITHUB_COM).replace(/\/+$/, '')
  let loading: Promise<Pick<GitHubApi, 'request' | 'download'>> | undefined
  const load = async () => {
    dropUnreadableEvent(process.env)
    const { OctokitApi } = await import('../bundles/octokit.js')
    return new OctokitApi(base, token, patience)
  }
  const loaded = () => {
    loading ??= load()
    return loading
  }
  return {
    url: base,
    hasToken: token !== undefined,
    request: async (route, request) => (await loaded()).request(route, request),
    download: async (route, file, request) => (await loaded()).download(route, file, request),
  }
}

/**
 * The client that an environment describes: GITHUB_API_URL, and GITHUB_TOKEN or GH_TOKEN.
 *
 * @returns `undefined` where none of them is set: this process has nothing to do with GitHub
 */
export function gitHubOf(env: Variables): GitHubApi | undefined {
  const token = env.GITHUB_TOKEN || env.GH_TOKEN || undefined
  const url = env.GITHUB_API_URL || undefined
  return url === undefined && token === undefined ? undefined : gitHubClient({ url, token })
}

/** The client of an action, for its input `token`. */
export function gitHubWith(token: string): GitHubApi | undefined {
  return gitHubOf({ ...process.env, GITHUB_TOKEN: token })
}

/**
 * Forget the path of an event file that is missing or not JSON. @actions/github reads it when it is loaded: it prints
 * to standard output, which belongs to the result, or fails.
 */
function dropUnreadableEvent(env: NodeJS.ProcessEnv): void {
  const { GITHUB_EVENT_PATH: path } = env
  if (!path) return
  try {
    JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    delete env.GITHUB_EVENT_PATH
  }
}
