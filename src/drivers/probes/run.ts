import type { Shell } from '../../platform/shell.js'
import { type CommandContext, shellCommand } from '../command.js'
import { type Answer, bad, GOOD, inconclusive, type Probe } from './probe.js'

export interface RunProbeOptions {
  name: string
  run: string
  timeoutMs: number
  context: CommandContext
}

/** The exit status of a command that could not tell: EX_TEMPFAIL of sysexits.h. */
const COULD_NOT_TELL = 75

/** A probe that runs the user's own command: exit status 0 is good, 75 is inconclusive, any other is bad. */
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
      if (ended === 'timeout') return bad('timeout', `no answer within ${options.timeoutMs / 1000} s`)
      if (exitCode === 0) return GOOD
      const last = tail.at(-1)
      const why = `exit status ${exitCode}${last ? `: ${last}` : ''}`
      return exitCode === COULD_NOT_TELL ? inconclusive('exit_status', why) : bad('exit_status', why)
    },
  }
}
