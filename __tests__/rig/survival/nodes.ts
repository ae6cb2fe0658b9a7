import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Color } from '../../../src/drivers/color.js'
import { haproxySocket } from '../../../src/drivers/routers/haproxy/socket.js'
import { askHttp } from '../../../src/platform/http.js'
import { type RunningHaproxy, startHaproxy } from '../haproxy.js'
import { freePort } from '../ports.js'

/** One HAProxy in front of both colors. */
export interface RouterNode {
  haproxy: RunningHaproxy
  /** Its own admin socket. */
  socket: string
  /** The one that changeover.yml names: a link to its own, which a test may replace. */
  named: string
  mapFile: string
  /** Where users reach it. */
  url: string
}

/** Where users are, by everything that could say so. */
export interface NodeState {
  memory: string
  file: string
  /** Color and version that a user is served. */
  served: string
}

export async function startNode(
  root: string,
  name: string,
  ports: Record<Color, number>,
): Promise<RouterNode> {
  const dir = join(root, name)
  await mkdir(join(dir, 'map'), { recursive: true })
  const node = {
    socket: join(dir, 'admin.sock'),
    named: join(dir, 'named.sock'),
    mapFile: join(dir, 'map/web.map'),
  }
  const port = await freePort()
  await writeFile(node.mapFile, '')
  await symlink(node.socket, node.named)
  const haproxy = await startHaproxy({ config: configOf(node, port, ports), dir })
  return { ...node, haproxy, url: `http://127.0.0.1:${port}/` }
}

/** What the node's memory, its map file and its answer to a user say. */
export async function truthOf({ socket, mapFile, url }: RouterNode): Promise<NodeState> {
  const [memory, file, answer] = await Promise.all([
    haproxySocket(socket, 5_000).ask(`show map ${mapFile}`),
    readFile(mapFile, 'utf8'),
    askHttp({ url, timeoutMs: 5_000 }),
  ])
  const served = `${String(answer.headers['x-color'])} ${answer.body}`
  return { memory: colorIn(memory), file: colorIn(file), served }
}

function colorIn(map: string): string {
  return /\bweb web_(blue|green)\b/.exec(map)?.[1] ?? 'none'
}

function configOf(
  node: { socket: string; mapFile: string },
  port: number,
  ports: Record<Color, number>,
): string {
  const backends = Object.entries(ports).map(
    ([color, backend]) => `
backend web_${color}
  server ${color} 127.0.0.1:${backend} check inter 500ms rise 1 fall 5`,
  )
  return `
global
  maxconn 500
  hard-stop-after 5s
  stats socket ${node.socket} mode 600 level operator
defaults
  mode http
  timeout connect 5s
  timeout client 10s
  timeout server 10s
frontend web
  bind 127.0.0.1:${port}
  use_backend %[str(web),map(${node.mapFile})]
  default_backend web_blue
${backends.join('\n')}
`
}
