import { messageOf } from '../../../src/platform/errors.js'
import { askHttp } from '../../../src/platform/http.js'

/** Users who ask at a constant rate, whether or not earlier requests were answered. */
export interface Load {
  sent(): number
  /** What went wrong, each with its time. */
  failures(): string[]
  /** Wait for what is under way, and end it. */
  stop(): Promise<void>
}

const TIMEOUT_MS = 10_000

/** Ask each address `rate` times a second, each time over a connection of its own. */
export function startLoad(urls: readonly string[], rate: number): Load {
  const failures: string[] = []
  const underWay = new Set<Promise<void>>()
  let sent = 0
  const askAll = () => {
    for (const url of urls) {
      sent += 1
      const request = ask(url).then((problem) => {
        underWay.delete(request)
        if (problem !== undefined) failures.push(`${new Date().toISOString()} ${url}: ${problem}`)
      })
      underWay.add(request)
    }
  }
  const timer = setInterval(askAll, 1000 / rate)
  return {
    sent: () => sent,
    failures: () => [...failures],
    async stop() {
      clearInterval(timer)
      await Promise.all(underWay)
    },
  }
}

async function ask(url: string): Promise<string | undefined> {
  try {
    const { status } = await askHttp({ url, timeoutMs: TIMEOUT_MS })
    return status === 200 ? undefined : `status ${status}`
  } catch (error) {
    return messageOf(error)
  }
}
