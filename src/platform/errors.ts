/**
 * A problem that the user can fix: wrong usage, an invalid manifest, a server that cannot be reached.
 *
 * A command that throws it prints `message` and `remedy`, without a stack, and ends with exit status 2.
 */
export class UserError extends Error {
  /** Stable name of the problem in snake_case; part of the machine contract. */
  readonly code: string
  /** What the user can do, as a sentence. */
  readonly remedy: string | undefined

  constructor(code: string, message: string, options: { remedy?: string; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.name = 'UserError'
    this.code = code
    this.remedy = options.remedy
  }
}

/** The message of a thrown value, also when it is not an `Error`. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** The `code` of a Node system error (`ENOENT`, `ECONNREFUSED`…), if it has one. */
export function systemCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}

/** The user or the runner cancelled the work. */
export class Cancelled extends Error {
  constructor(signal: string) {
    super(`Canceled by ${signal}.`)
    this.name = 'Cancelled'
  }
}
