/** What an answer says of the color. */
export type Verdict = 'good' | 'bad' | 'inconclusive'

/**
 * One answer to one question. `bad`: the color is not healthy, or did not answer. `inconclusive`: somebody answered, but
 * nothing about the color follows from it, in either direction. Neither is ever taken for a good one.
 */
export type Answer =
  | {
      verdict: 'good'
      /** What was not asked, for people. */
      note?: string
    }
  | {
      verdict: 'bad' | 'inconclusive'
      /** A stable name: refused, timeout, status… */
      reason: string
      /** For people. Holds no secret. */
      why: string
      /** To ask again could do harm, as a wrong password locks the account. */
      final?: true
    }

export const GOOD = { verdict: 'good' } as const satisfies Answer

export function bad(reason: string, why: string): Answer {
  return { verdict: 'bad', reason, why }
}

export function inconclusive(reason: string, why: string): Answer {
  return { verdict: 'inconclusive', reason, why }
}

/** A question with a yes or no answer: is this color healthy? */
export interface Probe {
  readonly name: string
  /** Ask once. Rejects only with the signal's reason, or with a UserError when its settings allow no question. */
  ask(signal: AbortSignal): Promise<Answer>
}
