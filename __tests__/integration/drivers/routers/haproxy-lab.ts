import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe } from '@jest/globals'
import { askHttp } from '../../../../src/platform/http.js'
import { haproxyPath, type RunningHaproxy, startHaproxy } from '../../../rig/haproxy.js'
import { freePort } from '../../../rig/ports.js'
import { startTextServer } from './traffic.js'

/** As `describe`; where there is no HAProxy the tests are skipped, and their name says why. */
export function describeWithHaproxy(name: string, tests: () => void): void {
  if (haproxyPath()) describe(name, tests)
  else describe.skip(`${name} (skipped: haproxy is not installed)`, tests)
}

/** Two tiny services, keystone and glance, in blue and green. Each answers with its own backend's name. */
export interface Lab {
  dir: string
  /** Ports of the servers by backend, such as `keystone_blue`. */
  ports: Record<string, number>
  stopServer(backend: string): Promise<void>
  startServer(backend: string): Promise<void>
  /** Start one more HAProxy, with a map file of its own or another node's. */
  addNode(mapFile?: string): Promise<LabNode>
  stop(): Promise<void>
}

export interface LabNode {
  haproxy: RunningHaproxy
  socket: string
  mapFile: string
  /** Where users reach keystone. */
  url: string
  /** The same by the states of servers: backend `keystone` has both colors, of which green is disabled at first. */
  serversUrl: string
  stateFile: string
  servedByServers(): Promise<string[]>
  /** Which color answers a user of each service, over new connections. */
  served(): Promise<string[]>
  file(): Promise<string>
}

const BACKENDS = ['keystone_blue', 'keystone_green', 'glance_blue', 'glance_green']
export const SERVERS = { keystone: 'keystone_{color}*', glance: 'glance_{color}*' }
export const MAP = { keystone: 'keystone_{color}', glance: 'glance_{color}' }
export const MAP_FILE = [
  '# who serves whom',
  'horizon   dashboards\\with odd ;signs and  spaces',
  'keystone  keystone_blue',
  '',
  '  glance\tglance_blue',
  '# the end',
  '',
].join('\n')

export async function startLab(): Promise<Lab> {
  const dir = await mkdtemp(join(tmpdir(), 'changeover-haproxy-'))
  const servers = new Map<string, Awaited<ReturnType<typeof startTextServer>>>()
  const ports: Record<string, number> = {}
  for (const backend of BACKENDS) {
    const port = await freePort()
    servers.set(backend, await startTextServer(backend, port))
    ports[backend] = port
  }
  const nodes: LabNode[] = []
  return {
    dir,
    ports,
    async stopServer(backend) {
      await servers.get(backend)?.stop()
    },
    async startServer(backend) {
      servers.set(backend, await startTextServer(backend, ports[backend] ?? 0))
    },
    async addNode(mapFile) {
      const node = await startNode(dir, ports, mapFile)
      nodes.push(node)
      return node
    },
    async stop() {
      await Promise.all(nodes.map(({ haproxy }) => haproxy.stop()))
      await Promise.all([...servers.values()].map((server) => server.stop()))
      await rm(dir, { recursive: true, force: true })
    },
  }
}

async function startNode(dir: string, ports: Record<string, number>, shared?: string): Promise<LabNode> {
  const folder = await mkdtemp(join(dir, 'node-'))
  const socket = join(folder, 'admin.sock')
  const mapFile = shared ?? join(folder, 'changeover.map')
  const live = { keystone: await freePort(), glance: await freePort() }
  const byServers = { keystone: await freePort(), glance: await freePort() }
  const stateFile = join(folder, 'servers.state')
  await writeFile(mapFile, MAP_FILE)
  await writeFile(stateFile, '')
  const config = configOf(folder, mapFile, live, ports) + serversConfigOf(byServers, ports)
  const haproxy = await startHaproxy({ config, dir: folder })
  const url = `http://127.0.0.1:${live.keystone}/`
  const serversUrl = `http://127.0.0.1:${byServers.keystone}/`
  return {
    haproxy,
    socket,
    mapFile,
    url,
    serversUrl,
    stateFile,
    served: () => bodiesOf([url, `http://127.0.0.1:${live.glance}/`]),
    servedByServers: () => bodiesOf([serversUrl, `http://127.0.0.1:${byServers.glance}/`]),
    file: () => readFile(mapFile, 'utf8'),
  }
}

function bodiesOf(urls: readonly string[]): Promise<string[]> {
  return Promise.all(urls.map(async (url) => (await askHttp({ url, timeoutMs: 30_000 })).body))
}

function serversConfigOf(live: Record<string, number>, ports: Record<string, number>): string {
  const services = Object.entries(live).map(
    ([service, port]) => `
frontend ${service}_by_server
  bind 127.0.0.1:${port}
  default_backend ${service}
backend ${service}
  load-server-state-from-file global
  option httpchk GET /
  http-check expect status 200
  server ${service}_blue_1 127.0.0.1:${ports[`${service}_blue`]} check inter 100ms rise 2 fall 1
  server ${service}_green_1 127.0.0.1:${ports[`${service}_green`]} check inter 100ms rise 2 fall 1 disabled`,
  )
  return `${services.join('\n')}\n`
}

function configOf(
  folder: string,
  mapFile: string,
  live: Record<string, number>,
  ports: Record<string, number>,
): string {
  const frontends = Object.entries(live).map(
    ([service, port]) => `
frontend ${service}
  bind 127.0.0.1:${port}
  use_backend %[str(${service}),map(${mapFile})]
  default_backend ${service}_blue`,
  )
  const backends = Object.entries(ports).map(
    ([backend, port]) => `
backend ${backend}
  option httpchk GET /
  http-check expect status 200
  server ${backend}_1 127.0.0.1:${port} check inter 100ms rise 1 fall 1`,
  )
  return `
global
  maxconn 500
  hard-stop-after 5s
  stats socket ${folder}/admin.sock mode 600 level admin expose-fd listeners
  stats socket ${folder}/operator.sock mode 600 level operator
  server-state-file ${folder}/servers.state
defaults
  mode http
  timeout connect 2s
  timeout client 5s
  timeout server 5s
  timeout check 5s
  retries 0
${frontends.join('\n')}
${backends.join('\n')}
backend empty_green
`
}
