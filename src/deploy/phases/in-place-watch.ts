import { liveSlot } from '../ledger/state.js'
import { MonitorWatch } from '../monitor/watch.js'
import type { DeployRun } from './deploy-run.js'

/**
 * The monitor of a deploy in place: it asks from before the first change until after the last question. There is no color to
 * shift traffic back to, so what it can do is to stop what comes next.
 */
export class InPlaceWatch {
  /** Aborts when the budget is exceeded, with the failure, and when the deploy is cancelled. */
  readonly halt: AbortSignal
  private readonly over = new AbortController()
  private readonly stopped = new AbortController()
  private readonly monitor: MonitorWatch
  private watching: Promise<void> | undefined

  constructor(private readonly run: DeployRun) {
    const { settings, ports, report, signal } = run
    this.monitor = new MonitorWatch(settings, 'in_place', ports, report)
    this.halt = AbortSignal.any([signal, this.over.signal])
  }

  /**
   * To be called before anything is changed. Where nothing is live, or a deploy has failed before, there is nobody to ask for;
   * and that live endpoints fail is why one rolls back.
   *
   * @throws OperationFailure `error_budget_exceeded` when live endpoints fail already; UserError `variable_missing`
   */
  async before(): Promise<void> {
    this.monitor.prepare()
    if (!liveSlot(this.run.journal.state) || this.run.kind === 'rollback') return
    this.monitor.start()
    await this.monitor.beforeShift(this.run.signal)
    this.monitor.mark('shift_started')
    this.keepJudging()
  }

  /** Users have the release, and nothing is changed any more. */
  arrived(): void {
    this.monitor.arrived()
    this.keepJudging()
  }

  /** The last judgement. @throws OperationFailure `error_budget_exceeded` */
  async conclude(): Promise<void> {
    await this.stop()
    this.halt.throwIfAborted()
    await this.monitor.conclude()
  }

  /** Ask no more. Safe to call at any time, and twice. */
  async end(): Promise<void> {
    await this.stop()
    await this.monitor.end()
  }

  private keepJudging(): void {
    this.watching ??= this.monitor
      .during(this.stopped.signal)
      .catch((error: unknown) => this.over.abort(error))
  }

  private async stop(): Promise<void> {
    this.stopped.abort()
    await this.watching
  }
}
