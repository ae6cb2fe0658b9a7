import { Cancelled, messageOf, UserError } from '../platform/errors.js'

/** Exit statuses of every command. */
export const EXIT = {
  /** The command did its work, and what it was asked about is good. */
  good: 0,
  /** What it was asked about is not good: findings, failed tests, a rollback. */
  bad: 1,
  /** The command could not do its work: bad usage, an invalid manifest, an unreachable machine. */
  unable: 2,
} as const

export interface OutputOptions {
  format: 'text' | 'json'
}

/** Run a command's work. What it throws is printed, and the exit status is 2. */
export async function run(format: OutputOptions['format'], work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    fail(error, format)
  }
}

/** Print a result on stdout as a whole, and set the exit status. */
export function finish(result: object, good: boolean, options: OutputOptions, text: () => string): void {
  process.stdout.write(
    options.format === 'json' ? `${JSON.stringify(result, null, 2)}\n` : `${text().trimEnd()}\n`,
  )
  process.exitCode = good ? EXIT.good : EXIT.bad
}

/** Print why a command could not do its work. */
export function fail(error: unknown, format: OutputOptions['format']): void {
  const known = error instanceof UserError
  const code = known ? error.code : 'internal_error'
  const remedy = known ? error.remedy : 'This is a bug in Changeover. Please report it with the lines above.'
  if (!known && error instanceof Error) process.stderr.write(`${error.stack}\n`)
  process.stderr.write(`error: ${messageOf(error)}\n${remedy === undefined ? '' : `  ${remedy}\n`}`)
  if (format === 'json') printError(code, messageOf(error), remedy)
  process.exitCode = EXIT.unable
}

/** The JSON document of a command that could not do its work: with `--format json`, stdout always gets one. */
export function printError(code: string, message: string, remedy: string | undefined): void {
  const document = { schema: 'changeover/error/v1', code, message, remedy: remedy ?? null }
  process.stdout.write(`${JSON.stringify(document, null, 2)}\n`)
}

/** How text on stdout looks: with colors on a terminal, and where FORCE_COLOR asks for them. */
export function textOptions(): { color: boolean } {
  const { NO_COLOR, FORCE_COLOR } = process.env
  if (NO_COLOR) return { color: false }
  return { color: process.stdout.isTTY === true || (FORCE_COLOR !== undefined && FORCE_COLOR !== '0') }
}

/**
 * Run `work` with a signal that aborts on Ctrl-C and on SIGTERM, so that it can stop cleanly. A second Ctrl-C ends the
 * process at once.
 */
export async function cancellable<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController()
  const onSignal = (name: NodeJS.Signals) => {
    if (controller.signal.aborted) {
      // a runner that cancels sends SIGINT, then SIGTERM: only a second SIGINT comes from a keyboard
      if (name === 'SIGINT') process.exit(130)
      return
    }
    process.stderr.write(`\n${name}: stopping cleanly. Press Ctrl-C again to stop at once.\n`)
    controller.abort(new Cancelled(name))
  }
  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)
  try {
    return await work(controller.signal)
  } finally {
    process.off('SIGINT', onSignal)
    process.off('SIGTERM', onSignal)
  }
}
