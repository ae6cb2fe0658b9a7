import { mkdir } from 'node:fs/promises'
import type { CommandRouterSettings, RouterCommand } from '../../../generated/manifest.js'
import { duration, type Variables } from '../../manifest/values.js'
import { messageOf } from '../../platform/errors.js'
import type { CommandResult, Shell } from '../../platform/shell.js'
import type { Color } from '../color.js'
import { truthOf } from './nodes.js'
import { type Router, RouterError, type RouterState } from './router.js'

export interface CommandRouterOptions {
  shell: Shell
  environment: string
  /** The environment variables of the process, with the `env` of the environment on top. */
  variables: Variables
  /** The folder that the commands run in. It is created when it is missing. */
  folder: string
}

type What = 'current' | 'shift' | 'check'

const NAME = 'router'
const ANSWERS: readonly RouterState[] = ['blue', 'green', 'none', 'split']
/** More than one word and a line break need. A longer output is not an answer. */
const MAX_ANSWER_BYTES = 64

/**
 * Routes by the user's own commands. `current` reads back what `shift` did; when that is not the requested color, traffic is
 * shifted back to where it was.
 */
export function commandRouter(settings: CommandRouterSettings, options: CommandRouterOptions): Router {
  const run = (what: What, command: RouterCommand, color: Color | undefined) =>
    runCommand(what, command, color, options)

  const current = async (): Promise<RouterState> => {
    const { result, printed } = await run('current', settings.current, undefined)
    if (result.exitCode !== 0) throw unreachable(`\`current\` ended with ${statusOf(result)}`)
    const answer = ANSWERS.find((word) => printed.trim() === word)
    if (answer !== undefined) return answer
    throw new RouterError('router_refused', NAME, `\`current\` printed ${JSON.stringify(printed.trim())}.`, {
      remedy:
        'It must print one word on standard output: blue, green, none or split. Write everything else to standard error.',
    })
  }

  const check = async (color: Color): Promise<RouterState> => {
    if (settings.check) {
      const { result } = await run('check', settings.check, color)
      if (result.exitCode !== 0) {
        const message = `\`check\` for ${color} ended with ${statusOf(result)}.`
        const remedy = 'See its output. Traffic is not shifted until it ends with exit status 0.'
        throw new RouterError('target_unhealthy', NAME, message, { remedy })
      }
    }
    return current()
  }

  const shiftAndRead = async (color: Color): Promise<void> => {
    const { result } = await run('shift', settings.shift, color)
    if (result.exitCode !== 0) throw failed(`\`shift\` to ${color} ended with ${statusOf(result)}`)
    const now = await current()
    if (now !== color) throw failed(`\`shift\` to ${color} ended well, but \`current\` prints ${now}`)
  }

  return {
    current,
    nodes: async () => [await truthOf('command', async () => ({ current: await current(), services: {} }))],
    check: async (color) => {
      await check(color)
    },
    async shiftTo(color) {
      const before = await check(color)
      try {
        await shiftAndRead(color)
      } catch (error) {
        throw await undone(error, before, current, shiftAndRead)
      }
    },
  }
}

/** Shift traffic back to where it was. @returns the error of the shift, with how that ended */
async function undone(
  error: unknown,
  before: RouterState,
  current: () => Promise<RouterState>,
  shiftAndRead: (color: Color) => Promise<void>,
): Promise<RouterError> {
  const why = messageOf(error).replace(`${NAME}: `, '').replace(/\.?$/, '.')
  const remedy = 'Run the command by hand, with CHANGEOVER_COLOR set, and look at its output.'
  try {
    if ((await current()) === before) return failed(`${why} Traffic is where it was`, remedy, error)
    if (before === 'blue' || before === 'green') {
      await shiftAndRead(before)
      return failed(`${why} Traffic was shifted back to ${before}`, remedy, error)
    }
    return failed(
      `${why} There is no color to shift back to: before, \`current\` printed ${before}`,
      remedy,
      error,
    )
  } catch (second) {
    const back = messageOf(second).replace(`${NAME}: `, '')
    return failed(`${why} Traffic could not be shifted back to ${before}: ${back}`, remedy, error)
  }
}

async function runCommand(
  what: What,
  command: RouterCommand,
  color: Color | undefined,
  options: CommandRouterOptions,
): Promise<{ result: CommandResult; printed: string }> {
  const timeoutMs = duration(command.timeout, '30s')
  await mkdir(options.folder, { recursive: true, mode: 0o700 })
  let printed = ''
  const result = await options.shell.run({
    run: command.run,
    cwd: options.folder,
    timeoutMs,
    env: {
      ...options.variables,
      CHANGEOVER_ENVIRONMENT: options.environment,
      CHANGEOVER_COLOR: color ?? '',
      CHANGEOVER_PHASE: what,
      CHANGEOVER_NODE: process.execPath, // a runner's own Node is not on the PATH
    },
    onStdout: (chunk) => {
      if (printed.length <= MAX_ANSWER_BYTES) printed += chunk.toString('latin1', 0, MAX_ANSWER_BYTES + 1)
    },
  })
  if (result.ended !== 'exited') throw unreachable(`\`${what}\` did not end within ${timeoutMs} ms`)
  return { result, printed }
}

function statusOf({ exitCode, tail }: CommandResult): string {
  const last = tail.at(-1)?.slice(0, 200)
  return `exit status ${exitCode ?? 'unknown'}${last ? `: ${last}` : ''}`
}

function unreachable(message: string): RouterError {
  return new RouterError('router_unreachable', NAME, `${message}.`, {
    remedy: 'Run the command by hand; give it a longer timeout if it needs one.',
  })
}

function failed(message: string, remedy?: string, cause?: unknown): RouterError {
  return new RouterError('shift_failed', NAME, message.replace(/\.?$/, '.'), {
    ...(remedy === undefined ? {} : { remedy }),
    cause,
  })
}
