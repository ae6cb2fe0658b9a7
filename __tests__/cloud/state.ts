import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { UserError } from '../../src/platform/errors.js'
import { writeFileAtomic } from '../../src/platform/files.js'
import { listens } from './ready.js'

/** A path of a Unix socket has room for 107 characters; the longest of ours is below the folder. */
const MAX_ROOT = 80

/**
 * Where the cloud keeps everything: `--state`, `CHANGEOVER_CLOUD_STATE`, otherwise the user's state folder.
 *
 * @throws UserError `state_path_too_long`
 */
export function stateRoot(given: string | undefined, env: NodeJS.ProcessEnv = process.env): string {
  const usual = join(env.XDG_STATE_HOME || join(homedir(), '.local', 'state'), 'changeover-cloud')
  const root = resolve(given || env.CHANGEOVER_CLOUD_STATE || usual)
  if (Buffer.byteLength(root) <= MAX_ROOT) return root
  throw new UserError('state_path_too_long', `${root} is too long a path for the sockets in it.`, {
    remedy: `Choose a folder with at most ${MAX_ROOT} bytes in its path: --state /tmp/cloud`,
  })
}

/** The state folder: only its owner can look into it. */
export class State {
  readonly etc: string
  readonly log: string
  readonly run: string
  readonly data: string
  readonly tmp: string

  constructor(readonly root: string) {
    this.etc = join(root, 'etc')
    this.log = join(root, 'log')
    this.run = join(root, 'run')
    this.data = join(root, 'data')
    this.tmp = join(root, 'tmp')
  }

  create(): void {
    mkdirSync(this.root, { recursive: true, mode: 0o700 })
    for (const part of [this.etc, this.log, this.run, this.data, this.tmp, join(this.data, 'done')])
      mkdirSync(part, { recursive: true, mode: 0o700 })
    if (!existsSync(this.passwordFile)) {
      writeFileSync(this.passwordFile, randomBytes(20).toString('hex'), { mode: 0o600, flag: 'wx' })
    }
  }

  /** Whether it is a folder of ours: nothing else is ever removed. */
  exists(): boolean {
    return existsSync(this.passwordFile)
  }

  get passwordFile(): string {
    return join(this.root, 'password')
  }

  /** One password for all accounts of this cloud, made at its first start. */
  password(): string {
    return readFileSync(this.passwordFile, 'utf8')
  }

  isDone(what: string): boolean {
    return existsSync(join(this.data, 'done', what))
  }

  markDone(what: string): void {
    writeFileSync(join(this.data, 'done', what), '')
  }

  /** What was done is not so any more. Without `which`, nothing is: all databases are gone. */
  forget(which: (what: string) => boolean = () => true): void {
    for (const what of readdirSync(join(this.data, 'done')).filter(which))
      rmSync(join(this.data, 'done', what))
  }

  folder(...parts: string[]): string {
    const path = join(this.root, ...parts)
    mkdirSync(path, { recursive: true, mode: 0o700 })
    return path
  }

  /** Write a file that only its owner can read: most of them hold passwords. */
  async write(path: string, text: string): Promise<string> {
    const target = join(this.root, path)
    await writeFileAtomic(target, text, 0o600)
    return target
  }
}

/** What each port is by default: upstream's number and 10,000; then 1,000 for each color, and the HAProxy nodes'. */
const DEFAULT_PORTS = {
  database: 13306,
  queue: 15672,
  queue_distribution: 25673,
  queue_names: 14369,
  cache: 21211,
  keystone: 15000,
  'keystone-blue': 16000,
  'keystone-green': 17000,
  glance: 19292,
  'glance-blue': 20292,
  'glance-green': 21292,
  placement: 18778,
  nova: 18774,
  neutron: 19696,
  heat: 18004,
  octavia: 19876,
  'haproxy-1-keystone': 15010,
  'haproxy-1-keystone-servers': 15011,
  'haproxy-1-glance': 19302,
  'haproxy-2-keystone': 15020,
  'haproxy-2-keystone-servers': 15021,
  'haproxy-2-glance': 19312,
} as const

export type PortName = keyof typeof DEFAULT_PORTS

/** Ports by name. A port is chosen once for a state folder: other services have it in their configuration. */
export class Ports {
  private readonly file: string
  private chosen: Partial<Record<PortName, number>> = {}

  constructor(state: State) {
    this.file = join(state.root, 'ports.json')
    if (existsSync(this.file)) this.chosen = JSON.parse(readFileSync(this.file, 'utf8'))
  }

  /** Choose all that were not chosen yet: the default, or one that is free where somebody else has it. */
  async choose(): Promise<void> {
    const names = Object.keys(DEFAULT_PORTS) as PortName[]
    const missing = names.filter((name) => this.chosen[name] === undefined)
    if (missing.length === 0) return
    for (const name of missing) {
      const usual = DEFAULT_PORTS[name]
      this.chosen[name] = (await isFree(usual)) ? usual : await anyFree(Object.values(this.chosen))
    }
    await writeFileAtomic(this.file, `${JSON.stringify(this.chosen, null, 2)}\n`)
  }

  get(name: PortName): number {
    return this.chosen[name] ?? DEFAULT_PORTS[name]
  }

  /** Those of `numbers` on which somebody listens. */
  async busy(numbers: readonly number[]): Promise<number[]> {
    const free = await Promise.all(numbers.map(isFree))
    return numbers.filter((_number, index) => !free[index])
  }

  /** @throws UserError `port_in_use` */
  async claim(name: PortName): Promise<number> {
    const port = this.get(name)
    // a test elsewhere may look whether it is free by listening there for a moment
    for (let tries = 0; tries < 10; tries += 1) {
      if (await isFree(port)) return port
      await delay(100)
    }
    throw new UserError('port_in_use', `Somebody else listens on 127.0.0.1:${port}, which is for ${name}.`, {
      remedy: `End that process, or choose other ports: ./script/cloud down, and remove ${this.file}.`,
    })
  }
}

async function anyFree(taken: readonly number[]): Promise<number> {
  for (let port = 22_000; port < 32_000; port += 1) {
    if (!taken.includes(port) && (await isFree(port))) return port
  }
  throw new UserError('no_free_port', 'No port of 127.0.0.1 between 22000 and 32000 is free.')
}

/** Asked by a connection: to listen there for a moment would get in the way of others who ask the same. */
async function isFree(port: number): Promise<boolean> {
  return !(await listens({ port }))
}
