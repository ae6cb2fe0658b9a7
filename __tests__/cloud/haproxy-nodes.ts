import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { COLORS } from '../../src/drivers/color.js'
import { haproxySocket } from '../../src/drivers/routers/haproxy/socket.js'
import type { Service } from './service.js'
import type { Site } from './site.js'

export const NODES = [1, 2] as const
export type NodeNumber = (typeof NODES)[number]

/** One of the two load balancers, as a manifest and a test need to know it. */
export interface HaproxyNodeInfo {
  /** Its name among the processes. */
  name: string
  /** `level admin`. */
  adminSocket: string
  /** `level operator`, which is enough for a changeover. */
  operatorSocket: string
  mapFile: string
  /** Where users reach Keystone and Glance; the map decides on the color. */
  keystone: string
  glance: string
  /** Where users reach Keystone by the servers of one backend: blue serves, green is in maintenance at first. */
  keystoneServers: string
}

const EMPTY_MAP = `# service  backend
# It names nobody yet: the first changeover adds its lines, and until then the default_backend serves.
`

/** Two HAProxies in front of both colors, whether those run or not. Each keeps its map over a restart. */
export const haproxy: Service = {
  name: 'haproxy',
  needs: [],
  packages: ['haproxy'],
  processes: () => NODES.map((node) => `haproxy-${node}`),
  async start(site) {
    await Promise.all(NODES.map((node) => startNode(site, node)))
  },
}

/** Start one node, or start it anew after it was killed. */
export async function startNode(site: Site, node: NodeNumber): Promise<void> {
  const info = nodeInfo(site, node)
  if (!existsSync(info.mapFile)) await site.state.write(join(nodeFolder(node), 'changeover.map'), EMPTY_MAP)
  const config = await site.state.write(join(nodeFolder(node), 'haproxy.cfg'), configOf(site, node, info))
  if (!site.processes.isRunning(info.name)) {
    await site.ports.claim(`haproxy-${node}-keystone-servers`)
    await site.ports.claim(`haproxy-${node}-glance`)
  }
  await site.serve(info.name, {
    command: 'haproxy',
    args: ['-W', '-db', '-f', config],
    port: `haproxy-${node}-keystone`,
    ready: () => answersCommands(info.adminSocket),
    limitMs: 10_000,
  })
}

export function nodeInfo(site: Site, node: NodeNumber): HaproxyNodeInfo {
  const folder = join(site.state.root, nodeFolder(node))
  return {
    name: `haproxy-${node}`,
    adminSocket: join(folder, 'admin.sock'),
    operatorSocket: join(folder, 'operator.sock'),
    mapFile: join(folder, 'changeover.map'),
    keystone: site.url(`haproxy-${node}-keystone`),
    glance: site.url(`haproxy-${node}-glance`),
    keystoneServers: site.url(`haproxy-${node}-keystone-servers`),
  }
}

/** Relative to the state folder. */
function nodeFolder(node: NodeNumber): string {
  return join('etc', `haproxy-${node}`)
}

function answersCommands(socket: string): Promise<boolean> {
  return haproxySocket(socket, 1_000)
    .ask('show info')
    .then(
      (answer) => answer.includes('Uptime'),
      () => false,
    )
}

function configOf(site: Site, node: NodeNumber, info: HaproxyNodeInfo): string {
  const port = (name: Parameters<typeof site.ports.get>[0]) => `127.0.0.1:${site.ports.get(name)}`
  const byMap = (['keystone', 'glance'] as const).map(
    (service) => `
frontend ${service}
    bind ${port(`haproxy-${node}-${service}`)}
    use_backend "%[str(${service}),map(${info.mapFile})]"
    default_backend ${service}_blue
${COLORS.map(
  (color) => `
backend ${service}_${color}
    server ${color} ${port(`${service}-${color}`)}
`,
).join('')}`,
  )
  return `
global
    stats socket "${info.adminSocket}" mode 600 level admin
    stats socket "${info.operatorSocket}" mode 600 level operator
    stats timeout 30s
    log stdout format raw local0 notice
    maxconn 2000
    hard-stop-after 10s

defaults
    mode http
    log global
    option httplog
    option dontlognull
    option redispatch
    retries 3
    timeout connect 5s
    timeout client 60s
    timeout server 60s
    timeout http-request 10s
    timeout queue 10s
    timeout check 3s
    option httpchk
    http-check send meth GET uri /healthcheck
    http-check expect status 200
    default-server inter 500ms fastinter 200ms fall 2 rise 2 check
${byMap.join('')}
frontend keystone_by_server
    bind ${port(`haproxy-${node}-keystone-servers`)}
    default_backend keystone

backend keystone
    server blue ${port('keystone-blue')}
    server green ${port('keystone-green')} disabled
`
}
