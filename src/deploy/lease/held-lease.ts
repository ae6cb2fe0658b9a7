import type { Clock } from '../../platform/clock.js'
import { messageOf } from '../../platform/errors.js'
import type { Log } from '../../platform/log.js'
import { OperationFailure } from '../ledger/failure.js'
import type { OperationRecord, Owner } from '../ledger/state.js'
import { LEASE_MS, LeaseRefused, type LeaseStore, LeaseTaken, leaseOf, RENEW_MS } from './lease.js'

/** How long a run works without a renewal. It must stop before another run takes it for dead. */
const FENCE_MS = LEASE_MS - 30_000
/** How soon a failed renewal is repeated: a run that watches the lease must see one in time. */
const RETRY_MS = 5_000
const CHECK_MS = 1_000

export interface LeasePorts {
  lease?: LeaseStore | undefined
  clock: Clock
  /** Milliseconds of a clock that cannot be set; default: that of this process. */
  monotonic?: (() => number) | undefined
  log: Log
  owner: Owner
}

/**
 * The lease of this run, renewed in the background while the run owns an operation. When it could not be renewed for too long,
 * or another run has it, `signal` aborts with the reason `lease_lost`.
 *
 * The time is taken from two clocks: the time of day counts a suspended machine, and the monotonic clock cannot be set back.
 */
export class HeldLease {
  private readonly lost = new AbortController()
  private operation: OperationRecord | undefined
  /** Ends the renewals. */
  private stopping = new AbortController()
  private renewals: Promise<unknown> = Promise.resolve()
  private isOver = false
  private wasWritten = false
  private renewed = { wall: 0, mono: 0 }

  constructor(private readonly ports: LeasePorts) {}

  get signal(): AbortSignal {
    return this.lost.signal
  }

  /** This run owns the operation from now on. */
  hold(operation: OperationRecord): void {
    const isRunning = this.operation !== undefined && !this.isOver
    this.operation = operation
    this.isOver = false
    const { lease } = this.ports
    if (isRunning || !lease || this.signal.aborted) return
    this.stopping = new AbortController()
    this.renewed = this.times()
    const before = this.renewals
    const { signal } = this.stopping
    this.renewals = Promise.all([before.then(() => this.renew(lease, signal)), this.guard(signal)])
  }

  /** The operation is over, or waits for another run. */
  release(): void {
    this.isOver = true
    this.stopping.abort(new Error('the operation is over'))
  }

  /**
   * Renew no more. The lease of an operation that is not over stays until it expires: the next run must see that a run was
   * there.
   */
  async close(): Promise<void> {
    this.stopping.abort(new Error('the run is over'))
    await this.renewals
    if (!this.isOver || !this.operation) return
    await this.ports.lease?.remove().catch((error: unknown) => this.note('deleted', error))
  }

  /** One renewal after the other. Never rejects. */
  private async renew(lease: LeaseStore, stop: AbortSignal): Promise<void> {
    while (!stop.aborted && this.operation) {
      const began = this.times()
      let pause = RENEW_MS
      try {
        await lease.renew(leaseOf(this.operation, this.ports.owner, this.ports.clock.now()))
        // a renewal after the lease had expired does not count: another run may have taken over in between
        if (!this.hasEnded()) this.renewed = began
        this.wasWritten = true
      } catch (error) {
        if (error instanceof LeaseTaken) return this.lose('another run has taken it over')
        this.note('renewed', error)
        if (error instanceof LeaseRefused && !this.wasWritten) return this.goWithout()
        pause = RETRY_MS
      }
      await this.sleep(pause, stop)
    }
  }

  /** Watch the clocks, also while a renewal hangs. */
  private async guard(stop: AbortSignal): Promise<void> {
    while (!stop.aborted) {
      if (this.hasEnded()) return this.lose('its lease could not be renewed in time')
      await this.sleep(CHECK_MS, stop)
    }
  }

  private hasEnded(): boolean {
    const { wall, mono } = this.times()
    return Math.max(wall - this.renewed.wall, mono - this.renewed.mono) > FENCE_MS
  }

  /** The server does not accept leases. Without one, no run can take this run for dead. */
  private goWithout(): void {
    this.ports.log.warn('This run has no lease, so runs on other machines cannot tell whether it is alive.')
    this.stopping.abort(new Error('there is no lease'))
  }

  private lose(why: string): void {
    this.stopping.abort(new Error(why))
    this.lost.abort(
      new OperationFailure(
        'lease_lost',
        `This run can no longer confirm that it owns the operation: ${why}.`,
        'Run changeover status. If no other run continued the operation, run the same command again.',
      ),
    )
  }

  private sleep(ms: number, stop: AbortSignal): Promise<void> {
    return this.ports.clock.sleep(ms, stop).catch(() => {})
  }

  private times(): { wall: number; mono: number } {
    const { clock, monotonic = () => performance.now() } = this.ports
    return { wall: clock.now().getTime(), mono: monotonic() }
  }

  private note(what: string, error: unknown): void {
    this.ports.log.warn(`The lease could not be ${what}: ${messageOf(error)}`)
  }
}
