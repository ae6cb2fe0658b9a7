import { runInNewContext } from 'node:vm'
import { systemCode } from '../../platform/errors.js'

/** Milliseconds that a pattern may search. */
const BUDGET_MS = 250

/**
 * Whether a regular expression matches a text, in bounded time: one that backtracks for ever is ended. The text and the
 * pattern are data of the little program that runs; neither is evaluated.
 *
 * @returns undefined when it found no answer in time
 */
export function matchesInTime(pattern: string, text: string): boolean | undefined {
  try {
    const found: unknown = runInNewContext(
      'new RegExp(pattern, "u").test(text)',
      { pattern, text },
      { timeout: BUDGET_MS },
    )
    return found === true
  } catch (error) {
    if (systemCode(error) === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return undefined
    throw error
  }
}
