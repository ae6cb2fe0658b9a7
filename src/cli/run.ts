import { Cancelled, messageOf, UserError } from '../platform/errors.js'

/** Exit statuses of every command. */
export const EXIT = {
  /** What was asked about is good. */
  good: 0,
  /** It is not: findings, failed tests, rolled back. */
  bad: 1,
  /** The command could not do its work: bad usage, bad manifest, unreachable. */
  unable: 2,
} as const

export interface OutputOptions {
  format: 'text' | 'json'
}

/** Print a result on stdout, whole, and set the exit status. */
export function finish(result: object, good: boolean, options: OutputOptions, text: () => string): void {
  process.stdout.write(
    options.format === 'json' ? `${JSON.stringify(result, null, 2)}\n` : `${text().trimEnd()}\n`,
  )
  process.exitCode = good ? EXIT.good : EXIT.bad
}

/** Print why a command could not do its work. With `--format json`, stdout gets a document all the same. */
export function fail(error: unknown, format: OutputOptions['format']): void {
  const known = error instanceof UserError
  const code = known ? error.code : 'internal_error'
  const remedy = known ? error.remedy : 'Please report this with the lines above.'
  if (!known && error instanceof Error) process.stderr.write(`${error.stack}\n`)
  process.stderr.write(`error: ${messageOf(error)}\n${remedy === undefined ? '' : `  ${remedy}\n`}`)
  if (format === 'json') printError(code, messageOf(error), remedy)
  process.exitCode = EXIT.unable
}

/** The document on stdout of a command that could not do its work. */
export function printError(code: string, message: string, remedy: string | undefined): void {
  const document = { schema: 'changeover/error/v1', code, message, remedy: remedy ?? null }
  process.stdout.write(`${JSON.stringify(document, null, 2)}\n`)
}

/**
 * Run `work` with a signal that aborts on Ctrl-C and on SIGTERM, so that it can end in good order. A second
 * Ctrl-C ends the process at once.
 */
export async function cancellable<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController()
  const onSignal = (name: NodeJS.Signals) => {
    if (controller.signal.aborted) {
      // a runner that cancels sends SIGINT, then SIGTERM: only a person at the keyboard means "at once"
      if (name === 'SIGINT') process.exit(130)
      return
    }
    process.stderr.write(`\n${name}: ending in good order; Ctrl-C once more to stop at once\n`)
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
