import type {
  BlueGreenSettings,
  CommandSettings,
  EnvironmentSettings,
  ProbeSettings,
} from '../../generated/manifest.js'
import { duration, expandDeep, type Variables, variablesOf } from '../manifest/values.js'
import type { Log } from '../platform/log.js'
import type { Shell } from '../platform/shell.js'
import { type Color, otherColor } from './color.js'
import { type CommandContext, commandRunner, type RunCommand } from './command.js'
import type { ScheduledProbe } from './probes/ask.js'
import { createProbes, needFiles } from './probes/create.js'
import type { MakeRouter, Router } from './routers/router.js'

export interface TargetOptions {
  environment: string
  settings: EnvironmentSettings
  /** `undefined` for an in-place environment. */
  color: Color | undefined
  /** The color that has the traffic, if one has. */
  liveColor: Color | undefined
  /** The release, and the folder that it is unpacked in. */
  release: CommandContext['release']
  /** The id of the operation, for commands. */
  operation: string
}

export interface TargetPorts {
  shell: Shell
  runCommand: RunCommand
  /** The environment variables of this process. */
  processEnv: Variables
  log: Log
}

/**
 * One color of an environment, or an in-place environment, with its settings put into effect: variables are expanded and
 * durations read. Its commands and probes run through it.
 */
export class Target {
  readonly variables: Variables

  /** @throws UserError `variable_missing` */
  constructor(
    readonly options: TargetOptions,
    private readonly ports: TargetPorts,
  ) {
    this.variables = variablesOf(options.settings, options.color, ports.processEnv)
  }

  /**
   * Run one of the environment's commands.
   *
   * @param more variables that the command gets on top of those of the environment
   * @throws CommandFailed
   */
  async run(
    phase: string,
    command: CommandSettings,
    signal: AbortSignal,
    title = `The ${phase} command`,
    more: Variables = {},
  ): Promise<void> {
    await this.ports.runCommand(title, timed(command), this.context(phase, more), signal)
  }

  /**
   * Run a command for what it prints on standard output.
   *
   * @returns at most `maxBytes`, and one chunk more: a longer result means that the command printed too much
   * @throws CommandFailed
   */
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

  /** The probes that are asked before traffic is shifted here (`verify`), or afterwards (`bake`). */
  probes(phase: 'verify' | 'bake'): ScheduledProbe[] {
    const { verify = [] } = this.options.settings
    const other = this.other?.variables
    return createProbes(verify, this.context('verify'), this.ports.shell, { phase, other })
  }

  /** Probes of a rolling step. They may use the variables in `more` as well. */
  stepProbes(settings: readonly ProbeSettings[], more: Variables): ScheduledProbe[] {
    return createProbes(settings, this.context('rolling', more), this.ports.shell)
  }

  /** Whether a probe needs the files of the release. */
  get needsFiles(): boolean {
    return needFiles(this.options.settings.verify ?? [])
  }

  /** The color that has the traffic, when that is not this one: its variables, and the names that are its own. */
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

/** The router of an environment, its addresses expanded. Both colors have the same one. @throws UserError `variable_missing` */
export function routerOf(
  settings: BlueGreenSettings,
  ports: { router: MakeRouter; processEnv: Variables },
): Router {
  const variables = variablesOf(settings, undefined, ports.processEnv)
  const { command } = settings.router
  // a value reaches a command through its environment; it is never pasted into the script
  return ports.router(command ? { command } : expandDeep(settings.router, variables, 'router'), variables)
}

function timed(command: CommandSettings): { run: string; timeoutMs: number } {
  return { run: command.run, timeoutMs: duration(command.timeout, '30m') }
}
