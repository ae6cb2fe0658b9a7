import type { Shell } from '../../platform/shell.js'
import { type CommandContext, shellCommand } from '../command.js'
import type { Answer, Probe } from './probe.js'

export interface RunProbeOptions {
  name: string
  run: string
  timeoutMs: number
  context: CommandContext
}

/** A probe that is the user's own command: exit status 0 is a yes. */
export function runProbe(options: RunProbeOptions, shell: Shell): Probe {
  return {
    name: options.name,
    async ask(signal): Promise<Answer> {
      const { ended, exitCode, tail } = await shell.run(
        shellCommand(options, options.context),
        undefined,
        signal,
      )
      if (ended === 'cancelled') throw signal.reason
      if (ended === 'timeout') return { good: false, why: `no answer within ${options.timeoutMs / 1000} s` }
      if (exitCode === 0) return { good: true }
      const last = tail.at(-1)
      return { good: false, why: `exit status ${exitCode}${last ? `: ${last}` : ''}` }
    },
  }
}
