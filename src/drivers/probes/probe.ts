/** What an answer tells about the color. */
export type Verdict = 'good' | 'bad' | 'inconclusive'

/**
 * One answer of a probe. `bad`: the color is not healthy, or did not answer. `inconclusive`: the answer tells nothing about the
 * color, in either direction. Neither ever counts as good.
 */
export type Answer =
  | {
      verdict: 'good'
      /** What was not checked, for people. */
      note?: string
    }
  | {
      verdict: 'bad' | 'inconclusive'
      /** A stable name: refused, timeout, status… */
      reason: string
      /** For people. Contains no secret. */
      why: string
      /** Asking again could do harm: a wrong password may lock the account. */
      final?: true
    }

export const GOOD = { verdict: 'good' } as const satisfies Answer

export function bad(reason: string, why: string): Answer {
  return { verdict: 'bad', reason, why }
}

export function inconclusive(reason: string, why: string): Answer {
  return { verdict: 'inconclusive', reason, why }
}

/** A health check of one color. */
export interface Probe {
  readonly name: string
  /** Ask once. Rejects only with the reason of the signal, or with a UserError when the settings are wrong. */
  ask(signal: AbortSignal): Promise<Answer>
}
