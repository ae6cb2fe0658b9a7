// Takes the place of make-fetch-happen in dist/. Sigstore's clients use it for plain requests, without its cache, and
// with what it depends on it would be a quarter of dist/. Proxies are those of @actions/http-client: https_proxy, no_proxy.
import { HttpClient } from '@actions/http-client'
import pRetry from 'p-retry'
import { fetch } from 'undici'

/** Statuses of a server that is busy or restarts. */
const isTemporary = (status) => [408, 420, 429].includes(status) || status >= 500

/**
 * @param options `method`, `headers`, `body`; `timeout` in ms for each attempt; `retry`: how often a request that is not a
 *   POST is repeated, as a number, as options of promise-retry, or `false`
 * @returns the last answer, whatever its status; `buffer()` reads the body
 */
export default async function fetchWithRetries(url, { method = 'GET', headers, body, timeout, retry } = {}) {
  const { retries = 0, ...pauses } =
    typeof retry === 'object' && retry ? retry : { retries: Number(retry) || 0 }
  const dispatcher = new HttpClient().getAgentDispatcher(url)
  let last
  const attempt = async () => {
    last = undefined
    const signal = timeout ? AbortSignal.timeout(timeout) : undefined
    last = await fetch(url, {
      method,
      headers: { ...headers },
      body,
      signal,
      ...(dispatcher ? { dispatcher } : {}),
    })
    if (isTemporary(last.status)) throw new TypeError('fetch failed') // p-retry repeats it as a network error
    return last
  }
  try {
    return withBuffer(await pRetry(attempt, { ...pauses, retries: method === 'POST' ? 0 : retries }))
  } catch (error) {
    if (last) return withBuffer(last)
    throw error
  }
}

function withBuffer(response) {
  return Object.assign(response, { buffer: async () => Buffer.from(await response.arrayBuffer()) })
}
