import type { HaproxySettings } from '../../generated/manifest.js'
import type { YamlPath } from '../yaml/tree.js'
import type { Report } from './problem.js'

/** What only one of HAProxy's two modes knows. */
const OF_SERVERS = ['health_timeout', 'drain_timeout', 'standby'] as const

/** The router's map or servers: one of both, each with what belongs to it. */
export function checkHaproxy(settings: HaproxySettings, environment: YamlPath, report: Report): void {
  const at = [...environment, 'router', 'haproxy']
  const { map, servers } = settings
  if (!map === !servers) {
    report(
      at,
      map ? 'the router has both a map and servers' : 'the router has neither a map nor servers',
      'Use one of them: map shifts traffic with a map of backends, servers with the states of servers.',
    )
    return
  }
  checkColors(settings, at, report)
  for (const [index, node] of settings.nodes.entries()) {
    if (map && node.map_file === undefined) {
      report(
        [...at, 'nodes', index],
        'the node has no map_file',
        'Name its map file, spelled as in its configuration.',
      )
    }
    const foreign = map ? 'state_file' : 'map_file'
    if (node[foreign] === undefined) continue
    report(
      [...at, 'nodes', index, foreign],
      `${foreign} has no effect here`,
      belongsTo(map ? 'servers' : 'map'),
    )
  }
  for (const key of OF_SERVERS) {
    if (map && settings[key] !== undefined)
      report([...at, key], `${key} does nothing here`, belongsTo('servers'))
  }
}

function checkColors({ map = {}, servers = {} }: HaproxySettings, at: YamlPath, report: Report): void {
  for (const [key, backend] of Object.entries(map)) {
    if (backend.includes('{color}')) continue
    report(
      [...at, 'map', key],
      `"${backend}" is the same backend for both colors`,
      'Write {color} in place of the color, for example keystone_{color}.',
    )
  }
  for (const [backend, names] of Object.entries(servers)) {
    if (names.includes('{color}')) continue
    report(
      [...at, 'servers', backend],
      `"${names}" names the same servers for both colors`,
      'Write {color} in place of the color, for example *-{color}.',
    )
  }
}

function belongsTo(mode: 'map' | 'servers'): string {
  return `It is a key of routers with ${mode}: remove it.`
}
