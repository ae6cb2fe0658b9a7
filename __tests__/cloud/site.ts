import { userInfo } from 'node:os'
import { setTimeout as delay } from 'node:timers/promises'
import type { Color } from '../../src/drivers/color.js'
import { type CommandOptions, runCommand } from './commands.js'
import { CloudError } from './errors.js'
import type { Ini } from './ini.js'
import { MARK, Processes } from './processes.js'
import { Slots } from './slots.js'
import { type PortName, Ports, type State } from './state.js'

export const REGION = 'RegionOne'

/** What one `up` hands to the services that it starts. */
export interface UpContext {
  /** Names of all instances that run or are being started, such as `keystone-blue`. */
  instances: ReadonlySet<string>
  /** Options that win over our own, by service. */
  settings: Record<string, Ini>
  progress: (line: string) => void
  signal: AbortSignal | undefined
}

export interface ServeOptions {
  command: string
  args: readonly string[]
  env?: Record<string, string>
  /** The one that must be free for it. */
  port?: PortName
  /** Asked again and again until it says yes. */
  ready: () => Promise<boolean>
  /** How long that may take; default 90 s. */
  limitMs?: number
  /** Between two questions; default 50 ms. */
  pollMs?: number
}

/** The cloud's folder, ports, processes and commands, as services see them. */
export class Site {
  readonly ports: Ports
  readonly processes: Processes
  readonly user = userInfo().username
  /** First initializations are heavy Python programs: on two cores, more of them at once take longer together. */
  readonly slots = new Slots(3)
  /** Two at once would make the same role twice. */
  readonly catalogTurn = new Slots(1)
  readonly environment: Record<string, string>
  context: UpContext = { instances: new Set(), settings: {}, progress: () => {}, signal: undefined }

  constructor(readonly state: State) {
    // nothing of the caller's: no proxies, no OS_* variables, no other Python
    this.environment = {
      PATH: '/usr/sbin:/usr/bin:/sbin:/bin',
      HOME: state.root,
      TMPDIR: state.tmp,
      LANG: 'C.UTF-8',
      LC_ALL: 'C.UTF-8',
      PYTHONWARNINGS: 'ignore',
    }
    this.ports = new Ports(state)
    this.processes = new Processes(state, this.environment)
  }

  get password(): string {
    return this.state.password()
  }

  url(port: PortName): string {
    return `http://127.0.0.1:${this.ports.get(port)}`
  }

  /**
   * Start a process, and wait until it answers. Does nothing when it has done so before, and runs on.
   *
   * @throws UserError `port_in_use`; CloudError `died`, `not_ready`
   */
  async serve(name: string, options: ServeOptions): Promise<void> {
    if (!this.processes.isRunning(name)) {
      const { command, args, env = {} } = options
      const port = options.port === undefined ? undefined : await this.ports.claim(options.port)
      this.processes.start(name, { command, args, env, ...(port === undefined ? {} : { port }) })
    }
    if (this.processes.isReady(name)) return
    const { limitMs = 90_000, pollMs = 50 } = options
    const deadline = performance.now() + limitMs
    while (!(await options.ready())) {
      this.context.signal?.throwIfAborted()
      const log = `its words: ${this.processes.logFile(name)}`
      if (!this.processes.isRunning(name)) throw new CloudError('died', `${name} has ended; ${log}`)
      if (performance.now() > deadline) {
        throw new CloudError('not_ready', `${name} did not answer within ${limitMs / 1000} s; ${log}`)
      }
      await delay(pollMs)
    }
    this.processes.markReady(name)
  }

  /** Run a command to its end, in the services' environment; its words go to the log `name`. */
  async run(
    name: string,
    command: string,
    args: readonly string[],
    options: Partial<Pick<CommandOptions, 'env' | 'input' | 'timeoutMs' | 'accept'>> = {},
  ): Promise<{ exitCode: number; output: string }> {
    return runCommand({
      timeoutMs: 300_000,
      ...options,
      command,
      args,
      cwd: this.state.root,
      env: { ...this.environment, [MARK]: this.state.root, ...options.env },
      logFile: this.processes.logFile(name),
      signal: this.context.signal,
    })
  }

  /** What is done once for a state folder. What was begun and not ended is done again, so `work` must begin anew. */
  async once(what: string, work: () => Promise<void>): Promise<void> {
    if (this.state.isDone(what)) return
    const started = performance.now()
    await work()
    this.state.markDone(what)
    this.context.progress(`${what} initialized (${seconds(started)})`)
  }

  /** Whether an instance runs, or is being started. */
  has(instance: string): boolean {
    return this.context.instances.has(instance)
  }

  /** The port of an API with colors as users see it: HAProxy's when it runs, otherwise any instance's. */
  frontPort(service: 'keystone' | 'glance'): PortName {
    return this.has('haproxy') ? `haproxy-1-${service}` : this.directPort(service)
  }

  /** The port of one instance, whichever there is. */
  directPort(service: 'keystone' | 'glance'): PortName {
    const names = [service, `${service}-blue`, `${service}-green`] as const
    return names.find((name) => this.has(name)) ?? service
  }
}

/** The name of one instance of a service. */
export function instanceName<Service extends string>(
  service: Service,
  color: Color | undefined,
): Service | `${Service}-${Color}` {
  return color === undefined ? service : `${service}-${color}`
}

/** How long ago that was, for people. */
export function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`
}
