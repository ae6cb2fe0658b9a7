import { RouterError } from '../router.js'
import type { MapEntry } from './map.js'
import type { HaproxySocket } from './socket.js'
import { askNode, readStatistics, refused, type ServerStatus } from './socket.js'

/** A map in the memory of a node. Its id may change when HAProxy reloads: look it up for each piece of work. */
export interface RuntimeMap {
  id: number
  /** The current version, and the last one that was prepared; 0 after a reload. They only grow. */
  version: number
  prepared: number
  entries: MapEntry[]
}

/** The payload of a command must fit into HAProxy's buffer (`tune.bufsize`, 16 KiB). */
const PAYLOAD_BYTES = 8_000

/** One HAProxy. All methods throw RouterError: `router_unreachable`, `router_refused` or `router_misconfigured`. */
export class HaproxyNode {
  constructor(
    private readonly socket: HaproxySocket,
    readonly mapFile: string,
  ) {}

  get name(): string {
    return this.socket.name
  }

  /** The map that was loaded from the node's map file, as it is in memory. */
  async readMap(): Promise<RuntimeMap> {
    const map = await this.findMap()
    return { ...map, entries: await this.readEntries(map.id) }
  }

  async readEntries(id: number): Promise<MapEntry[]> {
    const lines = (await this.ask(`show map #${id}`, /^(0x|\n$)/)).split('\n').filter((line) => line !== '')
    return lines.map((line) => {
      const match = /^0x[0-9a-f]+ (\S+) ?(.*)$/.exec(line)
      if (!match) throw refused(this.name, `show map #${id}`, line)
      return { key: match[1] ?? '', value: match[2] ?? '' }
    })
  }

  /** Begin a new, empty version of the map. It has no effect before it is committed. */
  async prepare(id: number): Promise<number> {
    const answer = await this.ask(`prepare map #${id}`, /^New version created: \d+/)
    return Number(/\d+/.exec(answer)?.[0])
  }

  /** Add entries to a prepared version. */
  async fill(id: number, version: number, entries: readonly MapEntry[]): Promise<void> {
    for (const payload of payloads(entries)) {
      // in a payload, which ends at an empty line, each entry is taken literally: spaces and backslashes too
      await this.ask(`add map @${version} #${id} <<\n${payload}`, /^\n$/)
    }
  }

  /** Make a staged version the current one, in one instant. */
  async commit(id: number, version: number): Promise<void> {
    await this.ask(`commit map @${version} #${id}`, /^\n$/)
  }

  /** Discard a staged version. Never for one that may have been committed: that would empty the live map. */
  async discard(id: number, version: number): Promise<void> {
    await this.ask(`clear map @${version} #${id}`, /^\n$/)
  }

  async backends(): Promise<Set<string>> {
    const answer = await this.ask('show backend', /^# name\n/)
    return new Set(answer.split('\n').slice(1))
  }

  /** The servers of each backend. */
  servers(): Promise<Map<string, ServerStatus[]>> {
    return readStatistics(this.socket)
  }

  private async findMap(): Promise<Omit<RuntimeMap, 'entries'>> {
    const answer = await this.ask('show map', /^# id \(file\) description/)
    const files = new Map<string, Omit<RuntimeMap, 'entries'>>()
    for (const [, id, file = '', rest = ''] of answer.matchAll(
      /^(\d+) \((.*)\) pattern loaded from file (.*)$/gm,
    )) {
      const [, version, prepared] = /curr_ver=(\d+) next_ver=(\d+) entry_cnt=\d+$/.exec(rest) ?? []
      const map = { id: Number(id), version: Number(version), prepared: Number(prepared) }
      files.set(file.replace(/^(?:opt|file)@/, ''), map)
    }
    const map = files.get(this.mapFile)
    if (map !== undefined) return map
    const loaded = files.size === 0 ? 'no map' : [...files.keys()].slice(0, 5).join(', ')
    throw new RouterError(
      'router_misconfigured',
      this.name,
      `HAProxy has not loaded the map ${this.mapFile}; it has loaded ${loaded}.`,
      {
        remedy: `Use the file in its configuration, with exactly this spelling: use_backend %[str(<key>),map(${this.mapFile})]`,
      },
    )
  }

  private ask(command: string, expected: RegExp): Promise<string> {
    return askNode(this.socket, command, expected)
  }
}

function payloads(entries: readonly MapEntry[]): string[] {
  const parts: string[] = []
  let part = ''
  for (const { key, value } of entries) {
    const line = `${key} ${value}\n`
    if (part !== '' && part.length + line.length > PAYLOAD_BYTES) {
      parts.push(part)
      part = ''
    }
    part += line
  }
  return part === '' ? parts : [...parts, part]
}
