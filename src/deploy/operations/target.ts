import type {
  BlueGreenSettings,
  CommandSettings,
  EnvironmentSettings,
  ProbeSettings,
} from '../../../generated/manifest.js'
import { type Color, otherColor } from '../../drivers/color.js'
import { type CommandContext, commandRunner } from '../../drivers/command.js'
import type { ScheduledProbe } from '../../drivers/probes/ask.js'
import { createProbes, needFiles } from '../../drivers/probes/create.js'
import type { Router } from '../../drivers/routers/router.js'
import { duration, expand, expandDeep, type Variables, variablesOf } from '../../manifest/values.js'
import type { Shell } from '../../platform/shell.js'
import type { MonitorOptions } from '../monitor/monitor.js'
import type { Phase } from '../phases/phases.js'
import type { Ports } from './ports.js'
import type { ReleaseName } from './result.js'

/** A release as it lies on this machine; `folder` may be empty where only its name is needed. */
export type UnpackedRelease = ReleaseName & { folder: string }

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
    private readonly ports: Pick<Ports, 'shell' | 'runCommand' | 'processEnv' | 'log'>,
  ) {
    this.variables = variablesOf(options.settings, options.color, ports.processEnv)
  }

  /** Run one of the environment's commands. `more` are names that it gets beside those of its environment. */
  async run(
    phase: Phase,
    command: CommandSettings,
    signal: AbortSignal,
    title = `The ${phase} command`,
    more: Variables = {},
  ): Promise<void> {
    await this.ports.runCommand(title, timed(command), this.context(phase, more), signal)
  }

  /** As {@link run}, for what the command prints on standard output: at most `maxBytes` and what is over in one piece. */
  async print(
    phase: Phase,
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
  probesOf(settings: readonly ProbeSettings[], phase: Phase, more: Variables): ScheduledProbe[] {
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

  private context(phase: Phase, more: Variables = {}): CommandContext {
    const { environment, color, liveColor, release, operation } = this.options
    const others = phase === 'preflight' || phase === 'verify' ? this.other : undefined
    const prefixed = others?.own.map((name) => [`OTHER_${name}`, others.variables[name]])
    const variables = { ...this.variables, ...Object.fromEntries(prefixed ?? []), ...more }
    return { environment, color, liveColor, release, phase, operation, variables }
  }
}

/** The router of an environment, its addresses filled in. It is the same for both colors. */
export function routerOf(settings: BlueGreenSettings, ports: Pick<Ports, 'router' | 'processEnv'>): Router {
  const variables = variablesOf(settings, undefined, ports.processEnv)
  const { command } = settings.router
  // a value reaches a command through its environment, never by being pasted into its text
  return ports.router(command ? { command } : expandDeep(settings.router, variables, 'router'), variables)
}

/** What the environment's monitor asks, if it has one. @throws UserError `variable_missing` */
export function monitorOptions(
  settings: EnvironmentSettings,
  processEnv: Variables,
): MonitorOptions | undefined {
  if (!settings.monitor) return undefined
  const { url, endpoints, rate, timeout, status } = settings.monitor
  const variables = variablesOf(settings, undefined, processEnv)
  const asked =
    url === undefined
      ? (endpoints ?? []).map((endpoint, index) => ({
          name: endpoint.name,
          url: expand(endpoint.url, variables, `monitor.endpoints[${index}].url`),
          status: endpoint.status ?? status,
        }))
      : [{ name: 'live', url: expand(url, variables, 'monitor.url'), status }]
  return { endpoints: asked, rate: rate ?? 20, timeoutMs: duration(timeout, '5s') }
}

export function timed(command: CommandSettings): { run: string; timeoutMs: number } {
  return { run: command.run, timeoutMs: duration(command.timeout, '30m') }
}
