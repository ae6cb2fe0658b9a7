import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import { COLORS, type Color } from '../../../src/drivers/color.js'
import { freePort } from '../ports.js'

/** Both halves of a tiny service. Each answers with its color and with the release that was deployed to it last. */
export interface Backends {
  ports: Record<Color, number>
  stop(): Promise<void>
}

/** @param folder where deploy commands write the version of a color, as `blue.version` */
export async function startBackends(folder: string): Promise<Backends> {
  const servers = await Promise.all(COLORS.map((color) => startBackend(folder, color)))
  const [blue, green] = servers
  if (!blue || !green) throw new Error('a color is missing')
  return {
    ports: { blue: blue.port, green: green.port },
    async stop() {
      await Promise.all(servers.map(({ server }) => stopServer(server)))
    },
  }
}

async function startBackend(folder: string, color: Color): Promise<{ port: number; server: Server }> {
  const port = await freePort()
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'x-color': color }).end(versionOf(folder, color))
  })
  await new Promise<void>((done, fail) => {
    server.once('error', fail)
    server.listen(port, '127.0.0.1', done)
  })
  return { port, server }
}

function versionOf(folder: string, color: Color): string {
  try {
    return readFileSync(join(folder, `${color}.version`), 'utf8').trim()
  } catch {
    return 'none' // nothing was deployed to it yet
  }
}

async function stopServer(server: Server): Promise<void> {
  server.closeAllConnections()
  await new Promise((done) => server.close(done))
}
