import { setTimeout as delay } from 'node:timers/promises'

/** Time, for the core. It is handed in, so that tests do not wait. */
export interface Clock {
  /** The current time. */
  now(): Date
  /** Wait `ms` milliseconds; rejects with the signal's reason when it aborts first. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>
}

/** The clock of this machine. */
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
