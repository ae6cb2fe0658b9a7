import type {
  BlueGreenSettings,
  CommandSettings,
  EnvironmentSettings,
  ProbeSettings,
  RouterSettings,
} from '../../generated/manifest.js'
import { duration, expandDeep, type Variables, variablesOf } from '../manifest/values.js'
import type { Log } from '../platform/log.js'
import type { Shell } from '../platform/shell.js'
import { type Color, otherColor } from './color.js'
import { type CommandContext, commandRunner, type RunCommand } from './command.js'
import type { ScheduledProbe } from './probes/ask.js'
import { createProbes, needFiles } from './probes/create.js'
import type { Router } from './routers/router.js'

/** A release as it lies on this machine; `folder` may be empty where only its name is needed. */
export interface UnpackedRelease {
  version: string
  digest: string
  folder: string
}

export interface TargetPorts {
  shell: Shell
  runCommand: RunCommand
  processEnv: Variables
  log: Log
}

export interface SiteOptions {
  environment: string
  settings: EnvironmentSettings
  /** `undefined` for an environment that is changed in place. */
  color: Color | undefined
  liveColor: Color | undefined
  release: UnpackedRelease
  operation: string
}

/** One color (or in-place environment) with its settings put into effect: the names filled in, the durations read. */
export class Site {
  readonly variables: Variables

  constructor(
    readonly options: SiteOptions,
    private readonly ports: TargetPorts,
  ) {
    this.variables = variablesOf(options.settings, options.color, ports.processEnv)
  }

  /** Run one of the environment's commands. `more` are names that it gets beside those of its environment. */
  async run(
    phase: string,
    command: CommandSettings,
    signal: AbortSignal,
    title = `The ${phase} command`,
    more: Variables = {},
  ): Promise<void> {
    await this.ports.runCommand(title, timed(command), this.context(phase, more), signal)
  }

  /** As {@link run}, for what the command prints on standard output: at most `maxBytes` and what is over in one piece. */
  async print(
    phase: string,
    command: CommandSettings,
    signal: AbortSignal,
    title: string,
    more: Variables,
    maxBytes: number,
  ): Promise<Buffer> {
    const chunks: Buffer[] = []
    let bytes = 0
    const onStdout = (chunk: Buffer) => {
      if (bytes <= maxBytes) chunks.push(chunk)
      bytes += chunk.length
    }
    const { shell, log } = this.ports
    const listening: Shell = { run: (what, ...rest) => shell.run({ ...what, onStdout }, ...rest) }
    await commandRunner(listening, log)(title, timed(command), this.context(phase, more), signal)
    return Buffer.concat(chunks)
  }

  /** Those that are asked before traffic is on it (`verify`), or while they are (`bake`). */
  probes(phase: 'verify' | 'bake'): ScheduledProbe[] {
    const { verify = [] } = this.options.settings
    const other = this.other?.variables
    return createProbes(verify, this.context('verify'), this.ports.shell, { phase, other })
  }

  /** Probes of a part of the site: `more` are names that they may use beside those of its environment. */
  probesOf(settings: readonly ProbeSettings[], phase: string, more: Variables): ScheduledProbe[] {
    return createProbes(settings, this.context(phase, more), this.ports.shell)
  }

  /** Whether a probe needs the release's files. */
  get needsFiles(): boolean {
    return needFiles(this.options.settings.verify ?? [])
  }

  /** The color that traffic is on, or come from: what its commands and probes have. */
  private get other(): { variables: Variables; own: string[] } | undefined {
    const { settings, color, liveColor } = this.options
    if (color === undefined || liveColor === undefined || color === liveColor) return undefined
    const other = otherColor(color)
    const colors = settings.strategy === 'blue_green' ? settings.colors : undefined
    const variables = variablesOf(settings, other, this.ports.processEnv)
    return { variables, own: Object.keys(colors?.[other]?.env ?? {}) }
  }

  private context(phase: string, more: Variables = {}): CommandContext {
    const { environment, color, liveColor, release, operation } = this.options
    const others = phase === 'preflight' || phase === 'verify' ? this.other : undefined
    const prefixed = others?.own.map((name) => [`OTHER_${name}`, others.variables[name]])
    const variables = { ...this.variables, ...Object.fromEntries(prefixed ?? []), ...more }
    return { environment, color, liveColor, release, phase, operation, variables }
  }
}

/** Makes the driver for a router whose addresses are filled in; its commands get the variables. */
export type MakeRouter = (settings: RouterSettings, variables: Variables) => Router

/** The router of an environment, its addresses filled in. It is the same for both colors. */
export function routerOf(
  settings: BlueGreenSettings,
  ports: { router: MakeRouter; processEnv: Variables },
): Router {
  const variables = variablesOf(settings, undefined, ports.processEnv)
  const { command } = settings.router
  // a value reaches a command through its environment, never by being pasted into its text
  return ports.router(command ? { command } : expandDeep(settings.router, variables, 'router'), variables)
}

export function timed(command: CommandSettings): { run: string; timeoutMs: number } {
  return { run: command.run, timeoutMs: duration(command.timeout, '30m') }
}
