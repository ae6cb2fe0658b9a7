import type { Lease, LeaseStore } from '../../src/deploy/lease/lease.js'

/** A lease in memory. `fault` decides what becomes of a renewal. */
export class MemoryLease implements LeaseStore {
  held: { id: string; lease: Lease } | undefined
  renewals = 0
  /** How many are on their way at the same time, at most. */
  atOnce = 0
  fault: () => Promise<void> = async () => {}
  private running = 0

  renew = async (lease: Lease): Promise<void> => {
    this.running += 1
    this.atOnce = Math.max(this.atOnce, this.running)
    try {
      await this.fault()
      this.renewals += 1
      this.held = { id: `${this.renewals}`, lease }
    } finally {
      this.running -= 1
    }
  }
  read = async (): Promise<typeof this.held> => this.held
  remove = async (): Promise<void> => {
    this.held = undefined
  }
}
