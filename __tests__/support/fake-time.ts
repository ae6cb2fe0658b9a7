import type { Clock } from '../../src/platform/clock.js'

/** Time that passes only when a test makes it pass: the time of day, and a count of milliseconds that is never set. */
export class FakeTime implements Clock {
  private wall = Date.parse('2026-11-24T10:00:00Z')
  private mono = 0
  private readonly sleepers = new Set<{ until: number; wake: () => void }>()

  now = (): Date => new Date(this.wall)
  monotonic = (): number => this.mono

  sleep = (ms: number, signal?: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason)
      const sleeper = { until: this.mono + ms, wake: resolve }
      this.sleepers.add(sleeper)
      signal?.addEventListener('abort', () => {
        this.sleepers.delete(sleeper)
        reject(signal.reason)
      })
    })

  /** Let time pass. What sleeps wakes in the right order. */
  async pass(ms: number): Promise<void> {
    const end = this.mono + ms
    for (;;) {
      await settled()
      const next = [...this.sleepers].sort((a, b) => a.until - b.until)[0]
      if (!next || next.until > end) break
      this.forward(Math.max(next.until - this.mono, 0))
      this.sleepers.delete(next)
      next.wake()
    }
    this.forward(end - this.mono)
    await settled()
  }

  /** Let time pass while this process does nothing, as on a busy machine: what sleeps wakes late. */
  standStill(ms: number): void {
    this.forward(ms)
  }

  /** The clock is set. */
  setClock(byMs: number): void {
    this.wall += byMs
  }

  private forward(ms: number): void {
    this.wall += ms
    this.mono += ms
  }
}

/** Until all that is left to do is to sleep. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve))
}
