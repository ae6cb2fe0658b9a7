import { constants } from 'node:fs'
import { access, open, realpath } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { HaproxySettings } from '../../manifest/manifest.generated.js'
import { messageOf } from '../../platform/errors.js'
import { colorOf, type Routes, routesOf } from './haproxy-map.js'
import { HaproxyNode, type ServerStatus } from './haproxy-node.js'
import { haproxySocket } from './haproxy-socket.js'
import { onAll, type ReadyNode, switchNodes } from './haproxy-switch.js'
import { type Current, type Router, RouterError } from './router.js'

export interface HaproxyOptions {
  /** Milliseconds that a node may take for one answer; default 5000. */
  timeoutMs?: number
}

/**
 * Routes by a map of HAProxy's: `use_backend %[str(keystone),map(/etc/haproxy/changeover.map)]`. A switch changes
 * the map in memory, by a transaction that flips all services of a node at one instant, and the map file, so
 * that a reload keeps the color. Connections that a client holds open follow with their next request (`mode
 * http`) or stay until they end (`mode tcp`).
 *
 * Needs HAProxy 2.4 or newer, a stats socket that we may write to, and a map file in a folder that we may write to.
 *
 * @throws UserError `bad_socket_address`, `bad_router_map`
 */
export function haproxyRouter(settings: HaproxySettings, options: HaproxyOptions = {}): Router {
  const routes = routesOf(settings.map)
  const nodes = settings.nodes.map(
    ({ socket, map_file }) => new HaproxyNode(haproxySocket(socket, options.timeoutMs ?? 5_000), map_file),
  )
  return {
    async current() {
      const colors = await onAll(nodes, async (node): Promise<Current> => {
        const { entries } = await node.readMap()
        return colorOf(node.name, entries, routes)
      })
      const [first = 'none', ...others] = colors
      return others.every((color) => color === first) ? first : 'split'
    },
    async check(color) {
      await onAll(nodes, (node) => checkNode(node, routes[color]))
    },
    async switchTo(color) {
      const ready = await onAll(nodes, (node) => checkNode(node, routes[color]))
      await switchNodes(ready, routes[color])
    },
  }
}

/** Make sure that a node can be switched to `routes`. Changes nothing. */
async function checkNode(node: HaproxyNode, routes: Routes): Promise<ReadyNode> {
  const map = await node.readMap()
  const bare = map.entries.find(({ value }) => value === '')
  if (bare) {
    throw new RouterError('router_misconfigured', node.name, `the map's entry ${bare.key} has no value.`, {
      remedy:
        'HAProxy takes no such entry in a map transaction. Give it a value, in memory and in the map file.',
    })
  }
  await checkTargets(node, new Set(routes.values()))
  return { node, map, file: await writableFile(node) }
}

async function checkTargets(node: HaproxyNode, targets: ReadonlySet<string>): Promise<void> {
  const backends = await node.backends()
  const missing = [...targets].find((backend) => !backends.has(backend))
  if (missing !== undefined) {
    throw new RouterError('router_misconfigured', node.name, `there is no backend ${missing}.`, {
      remedy:
        "Add the backend to HAProxy's configuration and reload it, or correct the router's map in the manifest.",
    })
  }
  const servers = await node.servers()
  for (const backend of targets) {
    const own = servers.get(backend) ?? []
    if (!own.some(takesTraffic)) throw unhealthy(node.name, backend, own)
  }
}

/** `UP 1/3` is up as well: it is about to go down, and still gets traffic. */
function takesTraffic({ status }: ServerStatus): boolean {
  return /^UP\b/.test(status) || status === 'no check'
}

function unhealthy(node: string, backend: string, servers: readonly ServerStatus[]): RouterError {
  const states = servers.map(({ name, status, check }) => `${name} is ${status}${check && ` (${check})`}`)
  const message = `backend ${backend} has no healthy server: ${states.join(', ') || 'it has no servers'}.`
  return new RouterError('target_unhealthy', node, message, {
    remedy:
      'Mend or start the servers of that color; HAProxy itself must see one of them up before users are sent there.',
  })
}

async function writableFile(node: HaproxyNode): Promise<string> {
  try {
    // A symbolic link must stay one: the file that it leads to is the one that is replaced.
    const file = await realpath(node.mapFile)
    await (await open(file, 'r+')).close()
    await access(dirname(file), constants.W_OK)
    return file
  } catch (error) {
    throw new RouterError(
      'router_misconfigured',
      node.name,
      `the map file cannot be replaced: ${messageOf(error)}`,
      {
        remedy: `Let the user that runs this write ${node.mapFile} and its folder; without it a reload of HAProxy would undo the switch.`,
        cause: error,
      },
    )
  }
}
