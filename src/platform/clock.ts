import { setTimeout as delay } from 'node:timers/promises'

/** Time as the core sees it; handed in, so that tests need not wait. */
export interface Clock {
  /** The present moment. */
  now(): Date
  /** Wait `ms` milliseconds; rejects with the signal's reason when it aborts first. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>
}

/** The machine's own clock. */
export const systemClock: Clock = {
  now: () => new Date(),
  async sleep(ms, signal) {
    try {
      await delay(ms, undefined, signal ? { signal } : {})
    } catch (error) {
      throw signal?.aborted ? signal.reason : error
    }
  },
}
