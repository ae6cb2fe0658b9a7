import type { BlueGreenSettings } from '../../../generated/manifest.js'
import { type Color, otherColor } from '../../drivers/color.js'
import type { Router } from '../../drivers/routers/router.js'
import { routerOf, Site } from '../../drivers/target.js'
import { duration } from '../../manifest/values.js'
import { asFailure, OperationFailure } from '../ledger/failure.js'
import type { ReleaseName } from '../ledger/state.js'
import { liveSlot, type Operation, withSlot, withTrafficOn } from '../ledger/state.js'
import { MonitorWatch } from '../monitor/watch.js'
import type { DeployRun } from '../phases/deploy-run.js'
import { isFinal } from '../phases/phases.js'
import { bringToRelease, commitOf, fetchRelease, releaseFolder, verify } from '../phases/preparation.js'
import { shiftAndReadBack } from '../phases/read-back.js'
import type { OperationResult } from '../phases/result.js'
import { roll } from '../phases/rolling.js'
import { leftToRoll } from '../phases/rolling-record.js'
import { type NotShifted, type Shift, shiftTraffic, undo } from '../phases/shift.js'
import { confirmEnd, isStillOurs } from '../phases/taken-over.js'
import { abortUnfinished } from '../recovery/abort-unfinished.js'
import { ensureAgreement, ensureNobodyAtWork, settle } from '../recovery/in-flight.js'
import { hasExpired, withDeadline } from './deadline.js'
import { endBadly, endWell, newOperation } from './ending.js'
import { finalize } from './finalize.js'

/** What to do, as the ledger and the router have it. */
type Work =
  | { do: 'nothing' }
  | { do: 'change_over'; operation: Operation; to: Color }
  /** The release is live, and stays so: rolling, contract and retire are left. */
  | { do: 'complete'; operation: Operation; live: Color }

/** A deploy to an environment with two colors. */
export class BlueGreenDeploy {
  private readonly router: Router

  constructor(private readonly deploy: DeployRun<BlueGreenSettings>) {
    this.router = routerOf(deploy.settings, deploy.ports)
  }

  async run(): Promise<OperationResult> {
    const { journal, report, name, ports } = this.deploy
    const work = (await this.pickUp()) ?? (await this.begin())
    if (work.do === 'nothing') {
      return report.good('unchanged', 'already_live', `${name.version} is live already.`)
    }
    report.remember(work.operation, work.operation.phases)
    const result = await (work.do === 'complete'
      ? this.goOn(work.operation, work.live)
      : this.changeOver(work.operation, work.to))
    await confirmEnd(this.router, journal, ports)
    return result
  }

  /** Go on with this same deploy if it was begun before; bring any other unfinished operation to its end. */
  private async pickUp(): Promise<Work | undefined> {
    const { journal, name, takeOver, ports } = this.deploy
    const unfinished = journal.operation
    if (!unfinished) return undefined
    await ensureNobodyAtWork(unfinished, takeOver, ports)
    const { kind, release, to_color: to } = unfinished
    if (kind !== 'deploy' || release.digest !== name.digest || to === null) {
      await settle(journal, this.router, ports)
      return undefined
    }
    if (hasExpired(unfinished, ports.clock.now())) return this.refuseExpired(unfinished)
    if (journal.hasStarted('rolling')) ensureAgreement(journal.state, await this.router.current())
    const operation = await journal.claim({ ...unfinished, attempt: unfinished.attempt + 1 }, 'blue_green')
    // an operation that is past the bake, or was begun for a release that is live, never touches that color again
    const isPast = journal.hasStarted('rolling') || isFinal(journal)
    const isComplete = isPast || (journal.state.live === to && !journal.hasStarted('shift'))
    return isComplete ? { do: 'complete', operation, live: to } : { do: 'change_over', operation, to }
  }

  /** What was verified too long ago is not shifted to any more: it is given up, and its color torn down. */
  private async refuseExpired(expired: Operation): Promise<never> {
    const { journal, ports, report, signal, release, name } = this.deploy
    report.remember(expired, expired.phases)
    const unpack = async (_name: ReleaseName, folder: string) => {
      await ports.unpacked.unpack(release, folder)
      return true
    }
    const { message } = await abortUnfinished({
      ...{ journal, router: this.router, ports, signal, unpack },
      ...{ reason: 'deadline_passed', teardown: true },
    })
    throw new OperationFailure(
      'deadline_passed',
      `${name.version} was to be promoted until ${expired.deadline}. ${message}`,
      'Deploy it again: it is prepared and verified anew.',
    )
  }

  private async begin(): Promise<Work> {
    const { journal, name, until } = this.deploy
    const current = await this.router.current()
    ensureAgreement(journal.state, current)
    const { live } = journal.state
    const slot = liveSlot(journal.state)
    if (live !== null && slot?.release.digest === name.digest) {
      const old = journal.state[otherColor(live)]
      const isEnded = until !== 'finalized' || !old || old.state === 'retired'
      const isRolled = until === 'verified' || slot.rolling === undefined
      if (isEnded && isRolled) return { do: 'nothing' }
      return { do: 'complete', operation: await this.claim(old && otherColor(live), live), live }
    }
    const from = live ?? (current === 'blue' || current === 'green' ? current : null)
    const to = from === null ? 'blue' : otherColor(from)
    return { do: 'change_over', operation: await this.claim(from, to), to }
  }

  private claim(from: Color | null, to: Color): Promise<Operation> {
    const { journal, name } = this.deploy
    return journal.claim(newOperation('deploy', name, from, to, journal.now()), 'blue_green')
  }

  private async changeOver(operation: Operation, to: Color): Promise<OperationResult> {
    const { journal, ports, report, signal, settings, until } = this.deploy
    const from = operation.from_color
    // also when an earlier run has shift traffic: what probes compare `to` with is the color that they came from
    const site = this.site(to, operation.id, from ?? undefined)
    const monitor = new MonitorWatch(settings, 'deploy', ports, report)
    const move: Shift = {
      from,
      to,
      router: this.router,
      monitor,
      probes: site.probes('bake'),
      bakeMs: duration(settings.bake?.for, '60s'),
      left: 'standby',
      moved: false,
    }
    try {
      monitor.prepare()
      move.moved = await this.isMoved(from, to)
      if (move.moved) await fetchRelease(site, this.deploy)
      else {
        await bringToRelease(site, this.deploy, to)
        // before the first shift there are no users, and nobody to ask for them
        if (until !== 'verified' && journal.state.live !== null) monitor.start()
        await verify(site, this.deploy)
        if (until === 'verified') return await this.waitForShift(to)
      }
    } catch (error) {
      await monitor.end()
      return this.endMove({ end: 'not_moved', failure: asFailure(error) }, move)
    }
    const end = await shiftTraffic(move, journal, ports, report, signal)
    if (end.end !== 'moved') return this.endMove(end, move)
    return this.complete(site, from, to)
  }

  /** Traffic is on the release to stay: the hosts that have no color follow, and, when it is asked for, nothing goes back. */
  private async complete(site: Site, old: Color | null, live: Color): Promise<OperationResult> {
    const { until, name, journal } = this.deploy
    try {
      await roll(this.site(live, site.options.operation), live, this.deploy)
    } catch (error) {
      return endBadly(this.deploy, 'failed', asFailure(error))
    }
    if (until === 'finalized' || isFinal(journal)) return finalize(site, old, this.deploy)
    return endWell(this.deploy, 'promoted', `${name.version} is live on ${live}.`)
  }

  /**
   * Whether a run that died had shifted traffic already. Users whom it left split are put back first, and when it had taken
   * them back, the ledger gets to know it.
   */
  private async isMoved(from: Color | null, to: Color): Promise<boolean> {
    const { journal, ports } = this.deploy
    if (!journal.hasStarted('shift')) return false
    const current = await this.router.current()
    if (current === to || from === null) return current === to
    if (current === 'split') {
      await shiftAndReadBack(this.router, from)
      await isStillOurs(this.router, journal, ports) // otherwise the next record is refused
    }
    if (journal.state.live === to) {
      await journal.note(`back on ${from}`, (state) => withTrafficOn(state, from, 'rejected', journal.now()))
    }
    return false
  }

  /** Whether nobody was moved: an earlier run, or one that was believed dead, may have done so. */
  private async isTrafficOn(from: Color | null): Promise<boolean> {
    if (!this.deploy.journal.hasStarted('shift')) return true
    const current = await this.router.current().catch(() => undefined)
    return current === (from ?? 'none')
  }

  private async waitForShift(to: Color): Promise<OperationResult> {
    const { journal, report, name, settings } = this.deploy
    const since = journal.now()
    const held = { release: name, state: 'ready' as const, since, settings }
    const ready = { ...held, ...commitOf(this.deploy.release), ...leftToRoll(settings) }
    await journal.wait((state) => withDeadline(withSlot(state, to, ready), settings, since))
    const message = `${name.version} is healthy on ${to}, and waits for the shift.`
    return report.good('verified', 'completed', message)
  }

  private async endMove(end: NotShifted, move: Shift): Promise<OperationResult> {
    const { journal, ports } = this.deploy
    if (end.end === 'not_moved') {
      if (await this.isTrafficOn(move.from)) {
        const outcome = journal.hasStarted('bake') ? 'rolled_back' : 'aborted' // an earlier run took them back
        return endBadly(this.deploy, outcome, end.failure, move.from)
      }
      return this.endMove(await undo(move, journal, ports, end.failure), move)
    }
    if (end.end === 'undone') return endBadly(this.deploy, 'rolled_back', end.failure, move.from)
    return endBadly(this.deploy, 'failed', end.failure)
  }

  private async goOn(operation: Operation, live: Color): Promise<OperationResult> {
    const site = this.site(live, operation.id)
    try {
      await fetchRelease(site, this.deploy)
    } catch (error) {
      return endBadly(this.deploy, 'failed', asFailure(error))
    }
    return this.complete(site, operation.from_color, live)
  }

  private site(
    color: Color,
    operation: string,
    liveColor = this.deploy.journal.state.live ?? undefined,
  ): Site {
    const { environment, settings, name, ports } = this.deploy
    const release = { ...name, folder: releaseFolder(ports, name) }
    return new Site({ environment, settings, color, liveColor, release, operation }, ports)
  }
}
