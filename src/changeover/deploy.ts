import { type Color, otherColor } from '../drivers/color.js'
import type { Router } from '../drivers/routers/router.js'
import type { BlueGreenSettings, EnvironmentSettings } from '../manifest/manifest.generated.js'
import { duration } from '../manifest/values.js'
import type { Release } from '../release/open.js'
import { endBadly, newOperation } from './ending.js'
import { asFailure } from './failure.js'
import { finalize } from './finalize.js'
import { ensureAgreement, ensureNobodyAtWork, settle } from './in-flight.js'
import { Journal } from './journal.js'
import { OperationReport } from './operation-report.js'
import type { Ports } from './ports.js'
import { bringToRelease, forgetOldReleases, releaseFolder, verify } from './preparation.js'
import type { OperationResult } from './result.js'
import { routerOf, Site } from './site.js'
import { liveHolding, type Operation, withHolding } from './state.js'
import { moveUsers } from './switch.js'

export interface DeployRequest {
  environment: string
  /** The environment as the release's own manifest describes it. */
  settings: EnvironmentSettings
  /** The release, every byte of it checked. */
  release: Release
  /** Stop after this point; a later call goes on. */
  until: 'verified' | 'switched' | 'finalized'
  /** Take an unfinished operation over although its run is not known to be dead. */
  takeOver: boolean
}

/**
 * Bring an environment to a release.
 *
 * Never throws for what can go wrong out there: each end is an outcome with a reason. Before the switch nothing
 * touches the color that users are on; after it, a color that does not hold is left again.
 */
export async function deploy(
  request: DeployRequest,
  ports: Ports,
  signal: AbortSignal,
): Promise<OperationResult> {
  const { environment, settings } = request
  const name = { version: request.release.manifest.version, digest: request.release.manifest.digest }
  const report = new OperationReport('deploy', environment, settings.strategy, name, ports.clock)
  try {
    const journal = new Journal(await ports.ledger.read(), ports)
    report.journal = journal
    const run: DeployRun = { request, settings, journal, ports, report, signal, name }
    return settings.strategy === 'blue_green'
      ? await new BlueGreenDeploy({ ...run, settings }).run()
      : await deployInPlace(run)
  } catch (error) {
    // nothing was claimed, or the ledger itself failed: users are where they were
    return report.bad('aborted', asFailure(error))
  }
}

interface DeployRun<Settings extends EnvironmentSettings = EnvironmentSettings> {
  request: DeployRequest
  settings: Settings
  journal: Journal
  ports: Ports
  report: OperationReport
  signal: AbortSignal
  name: { version: string; digest: string }
}

class BlueGreenDeploy {
  private readonly router: Router

  constructor(private readonly deploy: DeployRun<BlueGreenSettings>) {
    this.router = routerOf(deploy.settings, deploy.ports)
  }

  async run(): Promise<OperationResult> {
    const { journal, report, request } = this.deploy
    const resumed = await this.pickUp()
    if (!resumed) {
      const current = await this.router.current()
      ensureAgreement(journal.state, current)
      const live = liveHolding(journal.state)
      if (live?.release.digest === this.deploy.name.digest) return this.alreadyLive()
      const from = journal.state.live ?? (current === 'blue' || current === 'green' ? current : null)
      const to = from === null ? 'blue' : otherColor(from)
      const operation = newOperation('deploy', this.deploy.name, from, to, journal.now())
      await journal.claim(operation, 'blue_green')
    }
    const operation = journal.operation
    const to = operation?.to_color
    if (!operation || !to) throw new Error('a blue-green deploy has no color to go to')
    report.remember(operation, operation.phases)
    return this.phases(operation, to, request.until)
  }

  /** Go on with this same deploy if it was begun before; bring any other unfinished operation to its end. */
  private async pickUp(): Promise<boolean> {
    const { journal, request, name } = this.deploy
    const unfinished = journal.operation
    if (!unfinished) return false
    await ensureNobodyAtWork(unfinished, request.takeOver)
    if (unfinished.kind === 'deploy' && unfinished.release.digest === name.digest) {
      await journal.claim({ ...unfinished, attempt: unfinished.attempt + 1 }, 'blue_green')
      return true
    }
    await settle(journal, this.router)
    return false
  }

  private async phases(
    operation: Operation,
    to: Color,
    until: DeployRequest['until'],
  ): Promise<OperationResult> {
    const { journal, ports, report, signal, settings, name, request } = this.deploy
    const site = this.site(to, operation)
    const from = operation.from_color
    let moved = false
    try {
      if (journal.hasStarted('switch')) {
        const current = await this.router.current()
        moved = current === to
        if (current === 'split' && from !== null) await this.router.switchTo(from)
      }
      await bringToRelease(site, this.deploy, to)
      if (!moved) await verify(site, journal, ports, signal)
      if (until === 'verified' && !moved) {
        await journal.wait((state) => withHolding(state, to, this.holding('ready')))
        return report.good(
          'verified',
          'completed',
          `${name.version} is healthy on ${to}, and waits for the switch.`,
        )
      }
    } catch (error) {
      return endBadly(this.deploy, 'aborted', asFailure(error))
    }
    const end = await moveUsers(
      {
        from,
        to,
        router: this.router,
        settings,
        probes: site.probes(),
        bakeMs: duration(settings.bake?.for, '60s'),
        left: 'standby',
        moved,
      },
      journal,
      ports,
      report,
      signal,
    )
    if (end.end === 'not_moved') return endBadly(this.deploy, 'aborted', end.failure)
    if (end.end === 'undone') return endBadly(this.deploy, 'rolled_back', end.failure)
    if (end.end === 'stuck') return endBadly(this.deploy, 'failed', end.failure)
    if (request.until === 'finalized') return finalize(site, from, this.deploy)
    report.remember(operation, await journal.end('promoted', 'completed'))
    await forgetOldReleases(journal.state, ports)
    return report.good('promoted', 'completed', `${name.version} is live on ${to}.`)
  }

  private async alreadyLive(): Promise<OperationResult> {
    const { journal, report, request, name } = this.deploy
    const live = journal.state.live
    const other = live && journal.state[otherColor(live)]
    if (request.until !== 'finalized' || live === null || !other || other.state === 'retired') {
      return report.good('unchanged', 'already_live', `${name.version} is live already.`)
    }
    await journal.claim(newOperation('deploy', name, otherColor(live), live, journal.now()), 'blue_green')
    const operation = journal.operation as Operation
    report.remember(operation, operation.phases)
    const site = this.site(live, operation)
    try {
      await bringToRelease(site, this.deploy, live, { filesOnly: true })
    } catch (error) {
      return endBadly(this.deploy, 'failed', asFailure(error))
    }
    return finalize(site, otherColor(live), this.deploy)
  }

  private site(color: Color, operation: Operation): Site {
    const { request, settings, name, ports, journal } = this.deploy
    return new Site(
      {
        environment: request.environment,
        settings,
        color,
        liveColor: journal.state.live ?? undefined,
        release: { ...name, folder: releaseFolder(ports, name) },
        operation: operation.id,
      },
      ports,
    )
  }

  private holding(state: 'deploying' | 'ready') {
    const { name, settings, journal } = this.deploy
    return { release: name, state, since: journal.now(), settings }
  }
}

async function deployInPlace(run: DeployRun): Promise<OperationResult> {
  const { request, settings, journal, ports, report, signal, name } = run
  const unfinished = journal.operation
  if (unfinished) {
    await ensureNobodyAtWork(unfinished, request.takeOver)
    await journal.end('aborted', 'superseded')
  }
  if (liveHolding(journal.state)?.release.digest === name.digest) {
    return report.good('unchanged', 'already_live', `${name.version} is live already.`)
  }
  await journal.claim(newOperation('deploy', name, null, null, journal.now()), 'in_place')
  const operation = journal.operation as Operation
  report.remember(operation, operation.phases)
  const release = { ...name, folder: releaseFolder(ports, name) }
  const options = {
    environment: request.environment,
    settings,
    color: undefined,
    liveColor: undefined,
    release,
  }
  const site = new Site({ ...options, operation: operation.id }, ports)
  try {
    await bringToRelease(site, run, null)
    await verify(site, journal, ports, signal)
  } catch (error) {
    return endBadly(run, 'failed', asFailure(error))
  }
  const live = { release: name, state: 'live' as const, since: journal.now(), settings }
  report.remember(
    operation,
    await journal.end('promoted', 'completed', (state) => withHolding(state, null, live)),
  )
  await forgetOldReleases(journal.state, ports)
  return report.good('promoted', 'completed', `${name.version} is live.`)
}
