import type { HttpProbeSettings } from '../../../generated/manifest.js'
import { askHttp, type HttpAnswer, HttpFailure, type TlsTrust } from '../../platform/http.js'
import { checkAnswer, shown } from './http-checks.js'
import { type Answer, bad, type Probe } from './probe.js'

export { isGoodStatus } from './http-checks.js'

export interface HttpProbeOptions extends Omit<HttpProbeSettings, 'tls' | 'max_bytes'> {
  name: string
  timeoutMs: number
  /** The longest body that is accepted. Default: 1 MiB. */
  maxBytes?: number | undefined
  /** The trusted certificates, read when they are needed. */
  trust?: (() => Promise<TlsTrust | undefined>) | undefined
}

const MAX_BYTES = 1024 * 1024

/** Sends a request over a connection of its own. */
export function httpProbe(options: HttpProbeOptions): Probe {
  return {
    name: options.name,
    async ask(signal): Promise<Answer> {
      try {
        const answer = await askFollowing(options, signal)
        return 'verdict' in answer ? answer : checkAnswer(answer, options)
      } catch (error) {
        if (error instanceof HttpFailure) return bad(error.kind, error.message)
        throw error
      }
    },
  }
}

/** The answer at the end of the redirects, or a bad answer when a redirect is not followed. All within one timeout. */
async function askFollowing(options: HttpProbeOptions, signal: AbortSignal): Promise<HttpAnswer | Answer> {
  const tls = await options.trust?.()
  const end = performance.now() + options.timeoutMs
  let url = options.url
  for (let followed = 0; ; followed++) {
    const answer = await askHttp({
      url,
      signal,
      tls,
      method: options.method ?? 'GET',
      // credentials only go to the address in the manifest
      headers: new URL(url).origin === new URL(options.url).origin ? (options.send ?? {}) : {},
      timeoutMs: Math.max(1, Math.round(end - performance.now())),
      maxBody: options.maxBytes ?? MAX_BYTES,
      longBody: 'refuse',
    })
    const { location } = answer.headers
    if (!options.redirects || !isRedirect(answer.status) || location === undefined) return answer
    if (followed >= options.redirects) {
      return bad('redirects', `${shown(options.url)} redirects more than ${options.redirects} times`)
    }
    const next = URL.canParse(location, url) ? new URL(location, url) : undefined
    if (!next || !mayFollow(new URL(url), next)) {
      return bad('redirects', `${shown(url)} redirects to another host, or from https to http`)
    }
    url = next.href
  }
}

function isRedirect(status: number): boolean {
  return [301, 302, 303, 307, 308].includes(status)
}

/** A server is not trusted: it must not send the runner to other hosts, or from https to http. */
function mayFollow(from: URL, to: URL): boolean {
  const isHttp = to.protocol === 'https:' || (to.protocol === 'http:' && from.protocol === 'http:')
  return isHttp && to.hostname === from.hostname
}
