import type { Variables } from '../manifest/values.js'
import { Cancelled } from '../platform/errors.js'
import type { Log } from '../platform/log.js'
import type { Command, Shell } from '../platform/shell.js'

/** What a user's command runs with; the README lists its variables. */
export interface CommandContext {
  environment: string
  color: string | undefined
  liveColor: string | undefined
  release: { version: string; digest: string; folder: string }
  phase: string
  operation: string
  /** The environment variables of the process, with the `env` of the environment and of the color on top. */
  variables: Variables
}

/** A user's command failed. */
export class CommandFailed extends Error {
  readonly code: 'command_failed' | 'command_timeout' | 'cancelled'
  readonly exitCode: number | null
  /** The last lines that the command printed. */
  readonly tail: readonly string[]

  constructor(
    code: CommandFailed['code'],
    message: string,
    exitCode: number | null,
    tail: readonly string[],
  ) {
    super(message)
    this.name = 'CommandFailed'
    this.code = code
    this.exitCode = exitCode
    this.tail = tail
  }
}

/** Runs one of the manifest's commands in the unpacked release. */
export type RunCommand = (
  title: string,
  command: { run: string; timeoutMs: number },
  context: CommandContext,
  signal?: AbortSignal,
) => Promise<void>

/** @returns a runner that throws {@link CommandFailed} when a command fails, hangs or is cancelled, or the reason of the signal */
export function commandRunner(shell: Shell, log: Log): RunCommand {
  return async (title, command, context, signal) => {
    const { ended, exitCode, tail } = await shell.run(shellCommand(command, context), log.output, signal)
    if (ended === 'timeout') {
      const seconds = command.timeoutMs / 1000
      throw new CommandFailed(
        'command_timeout',
        `${title} did not end within ${seconds} s; it was stopped.`,
        exitCode,
        tail,
      )
    }
    if (ended === 'cancelled') {
      if (signal && hasReason(signal)) throw signal.reason
      throw new CommandFailed('cancelled', `${title} was canceled.`, exitCode, tail)
    }
    if (exitCode !== 0) {
      throw new CommandFailed(
        'command_failed',
        `${title} ended with exit status ${exitCode ?? 'unknown'}.`,
        exitCode,
        tail,
      )
    }
  }
}

/** Whether the work was stopped by something other than the user. */
function hasReason({ reason }: AbortSignal): boolean {
  return reason instanceof Error && !(reason instanceof Cancelled) && reason.name !== 'AbortError'
}

/** A command of the manifest for the shell: in the folder of the release, with its variables. */
export function shellCommand(command: { run: string; timeoutMs: number }, context: CommandContext): Command {
  return {
    run: command.run,
    timeoutMs: command.timeoutMs,
    cwd: context.release.folder,
    env: {
      ...context.variables,
      CHANGEOVER_ENVIRONMENT: context.environment,
      CHANGEOVER_COLOR: context.color,
      CHANGEOVER_LIVE_COLOR: context.liveColor ?? '',
      CHANGEOVER_RELEASE: context.release.version,
      CHANGEOVER_RELEASE_DIR: context.release.folder,
      CHANGEOVER_RELEASE_DIGEST: context.release.digest,
      CHANGEOVER_PHASE: context.phase,
      CHANGEOVER_OPERATION: context.operation,
      CHANGEOVER_NODE: process.execPath, // a runner's own Node is not on the PATH
    },
  }
}
