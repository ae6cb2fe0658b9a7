import type { EnvironmentSettings } from '../../../generated/manifest.js'
import { duration, expand, type Variables, variablesOf } from '../../manifest/values.js'
import type { Clock } from '../../platform/clock.js'
import type { Log } from '../../platform/log.js'
import { asFailure } from '../ledger/failure.js'
import { type Judged, judgeAfter, judgeBefore, notJudged } from './error-budget.js'
import type { Monitor, MonitorOptions, StartMonitor } from './monitor.js'
import type { MonitorEvent, MonitorReport } from './report.js'

/** How long live endpoints are judged before a shift, and still asked after traffic went back, in milliseconds. */
const LEAD_MS = 500
const CHECK_MS = 50

export interface WatchOptions {
  /** Whether the live endpoints are asked before the change: something is live, and this run will change it. */
  asksBefore: boolean
  ports: { monitor: StartMonitor; clock: Clock; log: Log; processEnv: Variables }
  /** Receives what the monitor saw. */
  report: { monitor: MonitorReport | null }
  /** Aborts when the user cancels, and when the lease is lost. */
  signal: AbortSignal
}

/**
 * The monitor of one operation, and its error budget. Without a monitor in the settings it does nothing.
 *
 * In an in-place environment it judges from the first change on: there is no color to go back to, but the next step can be
 * stopped. With two colors it judges while the new color has the traffic.
 */
export class MonitorWatch {
  /** Aborts with the signal, and when the error budget is exceeded: then with that failure. */
  readonly halt: AbortSignal
  private readonly judged: Judged
  private readonly exceeded = new AbortController()
  private readonly concluded = new AbortController()
  private judging: Promise<void> | undefined
  private options: MonitorOptions | undefined
  private monitor: Monitor | undefined

  constructor(
    private readonly settings: EnvironmentSettings,
    private readonly kind: 'deploy' | 'rollback' | 'in_place',
    private readonly how: WatchOptions,
  ) {
    const budget = settings.monitor?.error_budget ?? {}
    this.judged = { budget, isRollback: kind === 'rollback', isInPlace: kind === 'in_place' }
    this.halt = AbortSignal.any([how.signal, this.exceeded.signal])
  }

  /**
   * Read the settings, so that a mistake in them is found before anything is changed. A rollback takes place even then, without a
   * monitor: getting traffic back matters more than measuring it.
   *
   * @throws UserError `variable_missing`
   */
  prepare(): void {
    const { ports } = this.how
    try {
      this.options = monitorOptions(this.settings, ports.processEnv)
    } catch (error) {
      if (this.kind !== 'rollback') throw error
      ports.log.warn(`This rollback has no monitor: ${asFailure(error).message}`)
    }
  }

  /** Begin to ask the live endpoints, while traffic is still on the old color. Safe to call twice. */
  start(): void {
    if (this.how.asksBefore) this.startAsking()
  }

  /**
   * In place: judge the live endpoints before the first change, and from then on without a break.
   *
   * @throws OperationFailure `error_budget_exceeded` when they fail already
   */
  async beforeChange(): Promise<void> {
    this.start()
    if (!this.monitor) return
    await this.beforeShift()
    this.mark('shift_started')
    this.keepJudging()
  }

  /**
   * Judge the last moment before the shift. Requests that failed earlier, during minutes of deploying the other color, are no
   * reason against a shift now.
   *
   * @throws OperationFailure `error_budget_exceeded` when live endpoints fail; never for a rollback
   */
  async beforeShift(): Promise<void> {
    if (!this.monitor || this.judged.isRollback) return
    const earlier = this.monitor.figures().map(({ before }) => before.failed)
    await this.how.ports.clock.sleep(LEAD_MS, this.how.signal)
    judgeBefore(this.monitor.figures(), earlier, this.judged)
  }

  /** The release has the traffic. A monitor that did not ask before, because nothing was live, begins now. */
  arrived(): void {
    this.startAsking()
    this.mark('shift_ended')
    this.keepJudging()
  }

  mark(what: MonitorEvent): void {
    this.monitor?.mark(what)
  }

  /** The bake is over: wait for the last answers, and judge all of them. @throws OperationFailure `error_budget_exceeded` */
  async conclude(): Promise<void> {
    const { report, ports } = this.how
    await this.stopJudging()
    this.exceeded.signal.throwIfAborted()
    await this.end()
    const { monitor } = report
    if (!monitor) return
    judgeAfter(monitor.endpoints, this.judged)
    monitor.not_judged = notJudged(monitor.endpoints, this.judged)
    for (const { endpoint, budget, why } of monitor.not_judged) {
      ports.log.warn(`The error budget ${budget} of "${endpoint}" was not judged: ${why}.`)
    }
  }

  /** Traffic is back on the old color: keep asking a little longer, so that the report shows the difference. */
  async afterwards(): Promise<void> {
    this.mark('back_ended')
    if (this.monitor && !this.how.report.monitor) await this.how.ports.clock.sleep(LEAD_MS)
  }

  /** Judge no more. The monitor keeps asking until {@link end}. Safe to call twice. */
  async stopJudging(): Promise<void> {
    this.concluded.abort()
    await this.judging
  }

  /** Ask no more, and put into the report what the monitor saw. Safe to call twice. */
  async end(): Promise<void> {
    await this.stopJudging()
    const { report } = this.how
    if (this.monitor) report.monitor ??= await this.monitor.stop()
  }

  private startAsking(): void {
    if (this.monitor || !this.options) return
    this.monitor = this.how.ports.monitor(this.options)
  }

  private keepJudging(): void {
    this.judging ??= this.judge(this.concluded.signal).catch((error: unknown) => this.exceeded.abort(error))
  }

  private async judge(until: AbortSignal): Promise<void> {
    while (this.monitor && !until.aborted) {
      judgeAfter(this.monitor.figures(), this.judged)
      await this.how.ports.clock.sleep(CHECK_MS, until).catch(() => {})
    }
  }
}

/** What the monitor of an environment asks, if it has one. @throws UserError `variable_missing` */
function monitorOptions(settings: EnvironmentSettings, processEnv: Variables): MonitorOptions | undefined {
  if (!settings.monitor) return undefined
  const { url, endpoints, rate, timeout, status } = settings.monitor
  const variables = variablesOf(settings, undefined, processEnv)
  const asked =
    url === undefined
      ? (endpoints ?? []).map((endpoint, index) => ({
          name: endpoint.name,
          url: expand(endpoint.url, variables, `monitor.endpoints[${index}].url`),
          status: endpoint.status ?? status,
        }))
      : [{ name: 'live', url: expand(url, variables, 'monitor.url'), status }]
  return { endpoints: asked, rate: rate ?? 20, timeoutMs: duration(timeout, '5s') }
}
