import { createServer, type Server } from 'node:http'
import { askHttp } from '../../../../src/platform/http.js'

/** A small HTTP server that answers every request with `text`. */
export async function startTextServer(text: string, port: number): Promise<{ stop(): Promise<void> }> {
  const server: Server = createServer((_request, response) => {
    response.end(text)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  return {
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** What a constant-rate client saw. */
export interface Traffic {
  /** How often each body was answered. */
  bodies: Record<string, number>
  failures: string[]
}

/** Ask `url` every `everyMs` milliseconds over new connections, whatever became of the earlier ones, until stopped. */
export function startTraffic(url: string, everyMs: number): { stop(): Promise<Traffic> } {
  const traffic: Traffic = { bodies: {}, failures: [] }
  const asked: Promise<void>[] = []
  const ask = async () => {
    try {
      const { status, body } = await askHttp({ url, timeoutMs: 30_000 })
      if (status !== 200) traffic.failures.push(`status ${status}`)
      else traffic.bodies[body] = (traffic.bodies[body] ?? 0) + 1
    } catch (error) {
      traffic.failures.push(String(error))
    }
  }
  const timer = setInterval(() => asked.push(ask()), everyMs)
  timer.unref() // a test that failed before it stopped the traffic must still end
  return {
    async stop() {
      clearInterval(timer)
      await Promise.all(asked)
      return traffic
    },
  }
}
