import { UserError } from '../../../platform/errors.js'
import { COLORS, type Color } from '../../color.js'
import { together } from '../nodes.js'
import { RouterError, type RouterState } from '../router.js'
import type { HaproxySocket } from './socket.js'
import { askNode, readStatistics, refused } from './socket.js'

/** What an operator can set a server to. */
export type AdminState = 'ready' | 'drain' | 'maint'

/** One server of a color, as HAProxy's memory has it. */
export interface ColorServer {
  backend: string
  name: string
  color: Color
  admin: AdminState
  /** Passes its health checks, or has none. In maintenance HAProxy does not check it. */
  up: boolean
  /** Has health checks of its own, which can be restarted. */
  checked: boolean
}

/** Which servers of a backend belong to which color. */
export type ServerPatterns = ReadonlyMap<string, Record<Color, RegExp>>

/** As in HAProxy's `show servers state`: in maintenance by hand, by what it tracks, by a name that does not resolve. */
const MAINTENANCE = 0x01 | 0x02 | 0x20
const DRAINING = 0x08 | 0x10
const CHECK_ON = 0x02 | 0x04
const NAME = /^[A-Za-z0-9_.:-]+$/
/** A line of commands must fit in HAProxy's buffer (`tune.bufsize`, 16 KiB). */
const LINE_BYTES = 8_000

/**
 * The servers of both colors, from backends and server names with `{color}` and `*`.
 *
 * @throws UserError `bad_router_map`
 */
export function serverPatterns(templates: Readonly<Record<string, string>>): ServerPatterns {
  return new Map(
    Object.entries(templates).map(([backend, template]) => {
      const names = template.replaceAll('{color}', '').replaceAll('*', '')
      if (!NAME.test(backend) || (names !== '' && !NAME.test(names)) || !template.includes('{color}')) {
        throw new UserError(
          'bad_router_map',
          `${JSON.stringify(`${backend}: ${template}`)} does not name servers.`,
          {
            remedy: 'Write a backend and the names of its servers, for example: keystone: "*-{color}".',
          },
        )
      }
      const pattern = (color: Color) => {
        const escaped = template.replaceAll('{color}', color).replace(/[.]/g, '\\.').replaceAll('*', '.*')
        return new RegExp(`^${escaped}$`)
      }
      return [backend, { blue: pattern('blue'), green: pattern('green') }]
    }),
  )
}

/** Where the servers of a node take traffic. `none` when no server of either color takes any. */
export function colorOfServers(servers: readonly ColorServer[]): RouterState {
  return together([...colorsOfBackends(servers).values()])
}

/** Where each backend takes traffic. */
export function colorsOfBackends(servers: readonly ColorServer[]): Map<string, RouterState> {
  return new Map(
    [...byBackend(servers)].map(([backend, own]): [string, RouterState] => {
      const [first, second] = COLORS.filter((color) =>
        own.some((each) => each.color === color && takesTraffic(each)),
      )
      return [backend, second !== undefined ? 'split' : (first ?? 'none')]
    }),
  )
}

/** The servers of each backend. */
export function byBackend(servers: readonly ColorServer[]): Map<string, ColorServer[]> {
  const backends = new Map<string, ColorServer[]>()
  for (const server of servers) {
    backends.set(server.backend, [...(backends.get(server.backend) ?? []), server])
  }
  return backends
}

function takesTraffic({ admin }: ColorServer): boolean {
  return admin === 'ready'
}

/** One HAProxy whose servers are set. All methods throw RouterError. */
export class ServerNode {
  constructor(
    private readonly socket: HaproxySocket,
    private readonly patterns: ServerPatterns,
  ) {}

  get name(): string {
    return this.socket.name
  }

  /** The content of a state file, which `load-server-state-from-file` reads at a reload. */
  dump(): Promise<string> {
    return askNode(this.socket, 'show servers state', /^1\n# be_id be_name /)
  }

  /** The files of its configuration, as they were given at its start. */
  async configuration(): Promise<string[]> {
    const answer = await askNode(this.socket, 'show env HAPROXY_CFGFILES', /./)
    return /^HAPROXY_CFGFILES=(.*)$/m.exec(answer)?.[1]?.split(';') ?? []
  }

  get backends(): string[] {
    return [...this.patterns.keys()]
  }

  /** The servers of both colors. @throws RouterError `router_misconfigured` when a backend lacks one of the colors */
  async read(): Promise<ColorServer[]> {
    const [, header = '', ...lines] = (await this.dump()).split('\n')
    const columns = header.replace(/^# /, '').split(' ')
    const servers = lines.filter(Boolean).flatMap((line) => this.serverOf(line.split(' '), columns))
    for (const backend of this.patterns.keys()) {
      for (const color of COLORS) {
        if (servers.some((each) => each.backend === backend && each.color === color)) continue
        throw this.misconfigured(`backend ${backend} has no server of ${color}, or does not exist.`)
      }
    }
    return servers
  }

  private serverOf(cells: readonly string[], columns: readonly string[]): ColorServer[] {
    const cell = (name: string) => cells[columns.indexOf(name)] ?? ''
    const [backend, name] = [cell('be_name'), cell('srv_name')]
    const patterns = this.patterns.get(backend)
    if (!patterns) return []
    const [color, second] = COLORS.filter((each) => patterns[each].test(name))
    if (second !== undefined) throw this.misconfigured(`server ${backend}/${name} belongs to both colors.`)
    if (color === undefined) return []
    const numbers = ['srv_admin_state', 'srv_op_state', 'srv_check_state'].map((each) => cell(each))
    if (!NAME.test(name) || !numbers.every((text) => /^\d+$/.test(text))) {
      throw refused(this.name, 'show servers state', cells.join(' '))
    }
    const [admin = 0, operation = 0, check = 0] = numbers.map(Number)
    return [
      {
        backend,
        name,
        color,
        admin: admin & MAINTENANCE ? 'maint' : admin & DRAINING ? 'drain' : 'ready',
        up: operation === 1 || operation === 2,
        checked: (check & CHECK_ON) === CHECK_ON,
      },
    ]
  }

  /** Sessions that are open at each server, by `backend/name`. */
  async sessions(): Promise<Map<string, number>> {
    const servers = [...(await readStatistics(this.socket))]
    return new Map(
      servers.flatMap(([backend, own]) => own.map(({ name, sessions }) => [`${backend}/${name}`, sessions])),
    )
  }

  /** Make sure that the socket has the level admin, which setting servers needs. */
  async expectAdmin(): Promise<void> {
    const level = (await askNode(this.socket, 'show cli level', /^(user|operator|admin)\n/)).trim()
    if (level === 'admin') return
    throw new RouterError('router_refused', this.name, `the socket only has the level ${level}.`, {
      remedy: 'Changing server states requires level admin: `stats socket … level admin`.',
    })
  }

  /** Send commands in this order, in as few lines as possible: HAProxy runs a line without a break. */
  async send(commands: readonly string[]): Promise<void> {
    for (const line of linesOf(commands)) {
      const answer = await this.socket.ask(line.join(';'))
      if (answer === '\n'.repeat(line.length)) continue
      throw refused(this.name, line[0] ?? '', answer)
    }
  }

  private misconfigured(message: string): RouterError {
    const remedy =
      "Correct the servers in HAProxy's configuration, or the router's `servers` in the manifest."
    return new RouterError('router_misconfigured', this.name, message, { remedy })
  }
}

function linesOf(commands: readonly string[]): string[][] {
  const lines: string[][] = []
  let bytes = LINE_BYTES
  for (const command of commands) {
    bytes += command.length + 1
    if (bytes > LINE_BYTES) {
      lines.push([])
      bytes = command.length
    }
    lines.at(-1)?.push(command)
  }
  return lines
}
