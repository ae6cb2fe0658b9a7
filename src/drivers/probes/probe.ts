/** One answer to one question. A question that could not be asked is a bad answer, never a good one. */
export type Answer = { good: true } | { good: false; why: string }

/** A question with a yes or no answer: is this color healthy? */
export interface Probe {
  readonly name: string
  /** Ask once. Rejects only with the signal's reason. */
  ask(signal: AbortSignal): Promise<Answer>
}
