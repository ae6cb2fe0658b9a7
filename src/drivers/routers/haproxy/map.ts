import { UserError } from '../../../platform/errors.js'
import type { Color } from '../../color.js'
import { RouterError, type RouterState } from '../router.js'

/** One entry of a map in HAProxy's memory. Keys may repeat; HAProxy uses the first one. */
export interface MapEntry {
  key: string
  value: string
}

/** The backend of each key of this router. */
export type Routes = ReadonlyMap<string, string>

const TOKEN = /^[A-Za-z0-9_.:-]+$/

/**
 * The routes of both colors, from map keys and backend names with `{color}`.
 *
 * @throws UserError `bad_router_map` for a name that is not safe in a Runtime API command, or a map without {color}
 */
export function routesOf(templates: Readonly<Record<string, string>>): Record<Color, Routes> {
  const routes = (color: Color) =>
    new Map(Object.entries(templates).map(([key, template]) => [key, template.replaceAll('{color}', color)]))
  const both = { blue: routes('blue'), green: routes('green') }
  const odd = [...both.blue].flat().find((text) => !TOKEN.test(text))
  if (odd !== undefined) {
    throw new UserError(
      'bad_router_map',
      `The router's map has ${JSON.stringify(odd)}, which is not a valid name.`,
      {
        remedy: 'Keys and backends contain only letters, digits and the characters _ . : -',
      },
    )
  }
  if ([...both.blue].every(([key, backend]) => both.green.get(key) === backend)) {
    throw new UserError('bad_router_map', "No backend in the router's map has {color} in its name.", {
      remedy: 'Write, for example: keystone: "keystone_{color}".',
    })
  }
  return both
}

/**
 * Where the map of a node sends traffic.
 *
 * @throws RouterError `router_misconfigured` when a key of this router is missing, or its backend has neither color
 */
export function colorOf(
  node: string,
  entries: readonly MapEntry[],
  both: Record<Color, Routes>,
): RouterState {
  const keys = [...both.blue.keys()]
  const values = valuesOf(entries)
  if (!keys.some((key) => values.has(key))) return 'none'
  const seen = new Set<Color>()
  for (const key of keys) {
    const value = values.get(key)
    const [blue, green] = [both.blue.get(key), both.green.get(key)]
    if (value === undefined || (value !== blue && value !== green))
      throw wrongEntry(node, key, value, blue, green)
    if (value !== green) seen.add('blue')
    if (value !== blue) seen.add('green')
  }
  const [first, second] = seen
  return first === undefined || second !== undefined ? 'split' : first
}

/** The value that HAProxy uses for each key: that of its first entry. */
export function valuesOf(entries: readonly MapEntry[]): Map<string, string> {
  return new Map(entries.toReversed().map(({ key, value }) => [key, value]))
}

function wrongEntry(node: string, key: string, value = '', blue = '', green = ''): RouterError {
  const message = value
    ? `the map sends ${key} to ${JSON.stringify(value)}, which is neither ${blue} nor ${green}.`
    : `the map has no entry for ${key}, though it has others of this router.`
  return new RouterError('router_misconfigured', node, message, {
    remedy: `Correct the entry in HAProxy's memory and in the map file ("${key} ${blue}" or "${key} ${green}"), or the manifest.`,
  })
}

/** The entries with the values of `routes`: entries of other keys stay, missing ones are added at the end. */
export function rerouteEntries(entries: readonly MapEntry[], routes: Routes): MapEntry[] {
  const present = new Set(entries.map(({ key }) => key))
  return [
    ...entries.map(({ key, value }) => ({ key, value: routes.get(key) ?? value })),
    ...[...routes].filter(([key]) => !present.has(key)).map(([key, value]) => ({ key, value })),
  ]
}

/** The text of a map file with the values of `routes`. Comments and lines of other keys stay as they are. */
export function rerouteFile(text: string, routes: Routes): string {
  const present = new Set<string>()
  const rerouted = text.replace(/^([ \t]*)([^\s#]\S*)([ \t]*)([^\r\n]*)/gm, (line, indent, key, gap) => {
    const value = routes.get(key)
    if (value === undefined) return line
    present.add(key)
    return `${indent}${key}${gap || ' '}${value}`
  })
  const missing = [...routes].filter(([key]) => !present.has(key)).map(([key, value]) => `${key} ${value}\n`)
  const gap = missing.length > 0 && rerouted !== '' && !rerouted.endsWith('\n') ? '\n' : ''
  return `${rerouted}${gap}${missing.join('')}`
}

export function sameEntries(left: readonly MapEntry[], right: readonly MapEntry[]): boolean {
  return (
    left.length === right.length &&
    left.every(({ key, value }, index) => key === right[index]?.key && value === right[index]?.value)
  )
}
