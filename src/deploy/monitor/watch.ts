import type { EnvironmentSettings } from '../../../generated/manifest.js'
import { asFailure } from '../operations/failure.js'
import type { OperationReport } from '../operations/operation-report.js'
import type { Ports } from '../operations/ports.js'
import type { WitnessEvent } from '../operations/result.js'
import { witnessOptions } from '../operations/target.js'
import { type Held, judgeAfter, judgeBefore, notJudged } from './error-budget.js'
import type { Witness, WitnessOptions } from './monitor.js'

/** What live endpoints answer is judged for so long before the switch of a deploy, and asked after an undone one. */
const LEAD_MS = 500
const CHECK_MS = 50

/** The witness of one operation and what follows from it. Without one in the settings, nothing does. */
export class WitnessWatch {
  private readonly held: Held
  private options: WitnessOptions | undefined
  private witness: Witness | undefined

  constructor(
    private readonly settings: EnvironmentSettings,
    private readonly kind: 'deploy' | 'rollback' | 'in_place',
    private readonly ports: Pick<Ports, 'witness' | 'clock' | 'log' | 'processEnv'>,
    private readonly report: Pick<OperationReport, 'witness'>,
  ) {
    const budget = settings.witness?.budget ?? {}
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
      this.options = witnessOptions(this.settings, this.ports.processEnv)
    } catch (error) {
      if (this.kind !== 'rollback') throw error
      this.ports.log.warn(`There is no witness of this rollback: ${asFailure(error).message}`)
    }
  }

  /** Begin to ask, while users are still on the old color. */
  start(): void {
    if (this.witness || !this.options) return
    this.witness = this.ports.witness(this.options)
  }

  /** Users are on the new color. A witness that did not ask before, because there was nobody to ask for, begins. */
  arrived(): void {
    this.start()
    this.mark('switch_ended')
  }

  mark(what: WitnessEvent): void {
    this.witness?.mark(what)
  }

  /**
   * Judge the last moment before the switch: what failed earlier, while the other color was looked at for minutes, says
   * nothing against a switch now.
   *
   * @throws OperationFailure `witness_budget_exceeded` when live endpoints fail already; never for a rollback
   */
  async beforeSwitch(signal: AbortSignal): Promise<void> {
    if (!this.witness || this.held.isRollback) return
    const earlier = this.witness.figures().map(({ before }) => before.failed)
    await this.ports.clock.sleep(LEAD_MS, signal)
    judgeBefore(this.witness.figures(), earlier, this.held)
  }

  /** Judge over and over while users are on the new color, until the signal aborts. @throws OperationFailure */
  async during(signal: AbortSignal): Promise<void> {
    while (this.witness && !signal.aborted) {
      judgeAfter(this.witness.figures(), this.held)
      await this.ports.clock.sleep(CHECK_MS, signal).catch(() => {})
    }
  }

  /** The time of watching is over: wait for the last answers, and judge them all. @throws OperationFailure */
  async conclude(): Promise<void> {
    await this.end()
    const { witness } = this.report
    if (!witness) return
    judgeAfter(witness.endpoints, this.held)
    witness.not_judged = notJudged(witness.endpoints, this.held)
    for (const { endpoint, budget, why } of witness.not_judged) {
      this.ports.log.warn(`The witness's budget ${budget} of "${endpoint}" was not judged: ${why}.`)
    }
  }

  /** Users are back: ask a little longer, so that the report shows what difference it made. */
  async afterwards(): Promise<void> {
    this.mark('back_ended')
    if (this.witness && !this.report.witness) await this.ports.clock.sleep(LEAD_MS)
  }

  /** Ask no more, and put what was seen into the report. Safe to call at any time, and twice. */
  async end(): Promise<void> {
    if (this.witness) this.report.witness ??= await this.witness.stop()
  }
}
