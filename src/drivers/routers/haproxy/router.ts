import type { HaproxySettings } from '../../../../generated/manifest.js'
import { duration } from '../../../manifest/values.js'
import { UserError } from '../../../platform/errors.js'
import { onAll, together, truthOf } from '../nodes.js'
import { type Router, RouterError, type RouterState } from '../router.js'
import { colorOf, type Routes, routesOf, valuesOf } from './map.js'
import { type ReadyNode, shiftNodes } from './map-shift.js'
import { HaproxyNode } from './node.js'
import { type NodeAccess, nodeAccess } from './node-access.js'
import type { NodeFile } from './node-file.js'
import { colorOfServers, colorsOfBackends, ServerNode, serverPatterns } from './servers.js'
import { expectKept, readyTarget, type ServerTarget, shiftServers } from './servers-shift.js'
import type { ServerStatus } from './socket.js'
import type { SshOptions } from './ssh-session.js'

export interface HaproxyOptions {
  /** Milliseconds that a node may take for one answer; default 5000. */
  timeoutMs?: number
  /** Options for nodes that are reached over ssh. */
  ssh?: Omit<SshOptions, 'timeoutMs'>
}

/**
 * Routes by HAProxy: by a map, or by the states of servers.
 *
 * @throws UserError `bad_socket_address`, `bad_router_map`
 */
export function haproxyRouter(settings: HaproxySettings, options: HaproxyOptions = {}): Router {
  const { map, servers } = settings
  if (map && !servers) return mapRouter(settings, map, options)
  if (servers && !map) return serverRouter(settings, servers, options)
  throw new UserError('bad_router_map', 'The HAProxy router needs either a map or servers.', {
    remedy: 'Write, for example: map: { keystone: "keystone_{color}" }.',
  })
}

interface MapTarget {
  node: HaproxyNode
  file: NodeFile
  passive: boolean
}

/**
 * Routes by a map of HAProxy: `use_backend %[str(keystone),map(/etc/haproxy/changeover.map)]`. A shift changes the map in
 * memory, by a transaction that flips all services of a node at one instant, and the map file, so that a reload keeps the
 * color. Open connections follow with their next request (`mode http`), or stay until they end (`mode tcp`).
 *
 * Needs HAProxy 2.4 or newer, a writable stats socket, and a map file in a writable folder.
 */
function mapRouter(
  settings: HaproxySettings,
  map: Readonly<Record<string, string>>,
  options: HaproxyOptions,
): Router {
  const routes = routesOf(map)
  const targets = settings.nodes.map(({ socket, map_file, passive = false }): MapTarget => {
    if (map_file === undefined) {
      throw new UserError('bad_router_map', `The HAProxy node ${socket} has no map_file.`, {
        remedy: 'Name the file of its map, spelled as in its configuration.',
      })
    }
    const access = accessOf(socket, options)
    return { node: new HaproxyNode(access.socket, map_file), file: access.file(map_file), passive }
  })
  return {
    async current() {
      const colors = await onAll(targets, async ({ node }): Promise<RouterState> => {
        const { entries } = await node.readMap()
        return colorOf(node.name, entries, routes)
      })
      return together(colors)
    },
    nodes: () =>
      onAll(targets, ({ node }) =>
        truthOf(node.name, async () => {
          const { entries } = await node.readMap()
          const current = colorOf(node.name, entries, routes)
          const values = [...valuesOf(entries)].filter(([key]) => routes.blue.has(key))
          return { current, services: Object.fromEntries(values) }
        }),
      ),
    async check(color) {
      await onAll(targets, (target) => checkNode(target, routes[color]))
    },
    async shiftTo(color) {
      const ready = await onAll(targets, (target) => checkNode(target, routes[color]))
      await shiftNodes(ready, routes[color])
    },
  }
}

/**
 * Routes by the states of servers: one backend per service, with servers of both colors. The color that traffic leaves is
 * drained; then its servers go into maintenance.
 *
 * Needs HAProxy 2.4 or newer and a stats socket of level admin.
 */
function serverRouter(
  settings: HaproxySettings,
  servers: Readonly<Record<string, string>>,
  options: HaproxyOptions,
): Router {
  const patterns = serverPatterns(servers)
  const targets = settings.nodes.map(({ socket, state_file, passive = false }): ServerTarget => {
    const access = accessOf(socket, options)
    const stateFile = state_file === undefined ? undefined : access.file(state_file)
    return { node: new ServerNode(access.socket, patterns), passive, stateFile, fileOf: access.file }
  })
  const limits = {
    healthMs: duration(settings.health_timeout, '30s'),
    drainMs: duration(settings.drain_timeout, '30s'),
    standby: settings.standby === 'drain' ? ('drain' as const) : ('maint' as const),
  }
  return {
    async current() {
      return together(await onAll(targets, async ({ node }) => colorOfServers(await node.read())))
    },
    nodes: () =>
      onAll(targets, ({ node }) =>
        truthOf(node.name, async () => {
          const servers = await node.read()
          const services = Object.fromEntries(colorsOfBackends(servers))
          return { current: colorOfServers(servers), services }
        }),
      ),
    async check(color) {
      await onAll(targets, async (target) => expectKept(target, await readyTarget(target, color)))
    },
    shiftTo: (color) => shiftServers(targets, color, limits),
  }
}

function accessOf(socket: string, options: HaproxyOptions): NodeAccess {
  return nodeAccess(socket, { ...options.ssh, timeoutMs: options.timeoutMs ?? 5_000 })
}

/** Make sure that a node can be shifted to `routes`. Changes nothing. */
async function checkNode({ node, file, passive }: MapTarget, routes: Routes): Promise<ReadyNode> {
  const map = await node.readMap()
  const bare = map.entries.find(({ value }) => value === '')
  if (bare) {
    throw new RouterError(
      'router_misconfigured',
      node.name,
      `the entry ${bare.key} of the map has no value.`,
      {
        remedy:
          'HAProxy does not accept such an entry in a map transaction. Give it a value, in memory and in the map file.',
      },
    )
  }
  await checkTargets(node, new Set(routes.values()))
  return { node, passive, map, file, path: await file.locate() }
}

async function checkTargets(node: HaproxyNode, targets: ReadonlySet<string>): Promise<void> {
  const backends = await node.backends()
  const missing = [...targets].find((backend) => !backends.has(backend))
  if (missing !== undefined) {
    throw new RouterError('router_misconfigured', node.name, `HAProxy has no backend ${missing}.`, {
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

/** `UP 1/3` counts as up: the server is about to go down, but still gets traffic. */
function takesTraffic({ status }: ServerStatus): boolean {
  return /^UP\b/.test(status) || status === 'no check'
}

function unhealthy(node: string, backend: string, servers: readonly ServerStatus[]): RouterError {
  const states = servers.map(({ name, status, check }) => `${name} is ${status}${check && ` (${check})`}`)
  const message = `backend ${backend} has no healthy server: ${states.join(', ') || 'it has no servers'}.`
  return new RouterError('target_unhealthy', node, message, {
    remedy:
      'Repair or start the servers of that color. HAProxy must report at least one as up before traffic is shifted.',
  })
}
