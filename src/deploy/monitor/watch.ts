import type { EnvironmentSettings } from '../../../generated/manifest.js'
import { duration, expand, type Variables, variablesOf } from '../../manifest/values.js'
import type { Clock } from '../../platform/clock.js'
import type { Log } from '../../platform/log.js'
import { asFailure } from '../ledger/failure.js'
import { type Held, judgeAfter, judgeBefore, notJudged } from './error-budget.js'
import type { Monitor, MonitorOptions, StartMonitor } from './monitor.js'
import type { MonitorEvent, MonitorReport } from './report.js'

/** What live endpoints answer is judged for so long before the shift of a deploy, and asked after an undone one. */
const LEAD_MS = 500
const CHECK_MS = 50

export interface WatchPorts {
  monitor: StartMonitor
  clock: Clock
  log: Log
  processEnv: Variables
}

/** The monitor of one operation and what follows from it. Without one in the settings, nothing does. */
export class MonitorWatch {
  private readonly held: Held
  private options: MonitorOptions | undefined
  private monitor: Monitor | undefined

  constructor(
    private readonly settings: EnvironmentSettings,
    private readonly kind: 'deploy' | 'rollback' | 'in_place',
    private readonly ports: WatchPorts,
    private readonly report: { monitor: MonitorReport | null },
  ) {
    const budget = settings.monitor?.error_budget ?? {}
    this.held = { budget, isRollback: kind === 'rollback', isInPlace: kind === 'in_place' }
  }

  /**
   * Read the settings, so that a mistake in them is found before anything moves. It does not keep a rollback from
   * happening: users need that more than its proof.
   *
   * @throws UserError `variable_missing`
   */
  prepare(): void {
    try {
      this.options = monitorOptions(this.settings, this.ports.processEnv)
    } catch (error) {
      if (this.kind !== 'rollback') throw error
      this.ports.log.warn(`There is no monitor of this rollback: ${asFailure(error).message}`)
    }
  }

  /** Begin to ask, while users are still on the old color. */
  start(): void {
    if (this.monitor || !this.options) return
    this.monitor = this.ports.monitor(this.options)
  }

  /** Traffic is on the new color. A monitor that did not ask before, because there was nobody to ask for, begins. */
  arrived(): void {
    this.start()
    this.mark('shift_ended')
  }

  mark(what: MonitorEvent): void {
    this.monitor?.mark(what)
  }

  /**
   * Judge the last moment before the shift: what failed earlier, while the other color was looked at for minutes, says
   * nothing against a shift now.
   *
   * @throws OperationFailure `error_budget_exceeded` when live endpoints fail already; never for a rollback
   */
  async beforeShift(signal: AbortSignal): Promise<void> {
    if (!this.monitor || this.held.isRollback) return
    const earlier = this.monitor.figures().map(({ before }) => before.failed)
    await this.ports.clock.sleep(LEAD_MS, signal)
    judgeBefore(this.monitor.figures(), earlier, this.held)
  }

  /** Judge over and over while traffic is on the new color, until the signal aborts. @throws OperationFailure */
  async during(signal: AbortSignal): Promise<void> {
    while (this.monitor && !signal.aborted) {
      judgeAfter(this.monitor.figures(), this.held)
      await this.ports.clock.sleep(CHECK_MS, signal).catch(() => {})
    }
  }

  /** The time of watching is over: wait for the last answers, and judge them all. @throws OperationFailure */
  async conclude(): Promise<void> {
    await this.end()
    const { monitor } = this.report
    if (!monitor) return
    judgeAfter(monitor.endpoints, this.held)
    monitor.not_judged = notJudged(monitor.endpoints, this.held)
    for (const { endpoint, budget, why } of monitor.not_judged) {
      this.ports.log.warn(`The monitor's budget ${budget} of "${endpoint}" was not judged: ${why}.`)
    }
  }

  /** Users are back: ask a little longer, so that the report shows what difference it made. */
  async afterwards(): Promise<void> {
    this.mark('back_ended')
    if (this.monitor && !this.report.monitor) await this.ports.clock.sleep(LEAD_MS)
  }

  /** Ask no more, and put what was seen into the report. Safe to call at any time, and twice. */
  async end(): Promise<void> {
    if (this.monitor) this.report.monitor ??= await this.monitor.stop()
  }
}

/** What the environment's monitor asks, if it has one. @throws UserError `variable_missing` */
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
