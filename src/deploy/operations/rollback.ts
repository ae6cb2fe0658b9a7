import type { Color } from '../../drivers/color.js'
import { askUntilGood } from '../../drivers/probes/ask.js'
import type { Router } from '../../drivers/routers/router.js'
import { routerOf, Site } from '../../drivers/target.js'
import { type HeldLease, withLease } from '../lease/held-lease.js'
import { OperationFailure, ShiftFailure } from '../ledger/failure.js'
import { Journal } from '../ledger/journal.js'
import type { Operation, Slot } from '../ledger/state.js'
import { MonitorWatch } from '../monitor/watch.js'
import { OperationReport } from '../phases/operation-report.js'
import type { Ports } from '../phases/ports.js'
import { releaseFolder } from '../phases/preparation.js'
import type { OperationResult } from '../phases/result.js'
import { staysRolled } from '../phases/rolling-record.js'
import { shiftTraffic } from '../phases/shift.js'
import { confirmEnd } from '../phases/taken-over.js'
import { ensureAgreement, ensureNobodyAtWork, settle } from '../recovery/in-flight.js'
import { whatBecomesOf } from '../recovery/unfinished.js'
import { endBadly, endWell, newOperation } from './ending.js'
import { withArchive } from './release-archive.js'
import { rollbackInPlace } from './rollback-in-place.js'
import type { RollbackRequest } from './rollback-request.js'
import { blueGreen, chooseColor, currentSettings, notHealthy } from './rollback-target.js'
import { whoWasFirst } from './who-was-first.js'

/** How long the color that traffic is back on is watched, in milliseconds. */
const WATCH_MS = 2_000

/**
 * Shift users back to the color that they came from, in seconds. All that it needs is in the ledger.
 *
 * Never throws for what can go wrong out there. `refused` means that nothing was touched.
 */
export function rollback(
  request: RollbackRequest,
  ports: Ports,
  signal: AbortSignal,
): Promise<OperationResult> {
  return withLease(ports, signal, (heldLease, owned) => rollbackOwned(request, ports, heldLease, owned))
}

async function rollbackOwned(
  request: RollbackRequest,
  ports: Ports,
  heldLease: HeldLease,
  signal: AbortSignal,
): Promise<OperationResult> {
  let report = new OperationReport('rollback', request.environment, 'blue_green', null, ports.clock)
  try {
    const state = await ports.ledger.read()
    report = new OperationReport('rollback', request.environment, state.strategy, null, ports.clock)
    const journal = new Journal(state, ports, heldLease)
    report.journal = journal
    if (state.strategy === 'in_place') {
      return await rollbackInPlace(request, journal, ports, report, signal)
    }
    const router = routerOf(currentSettings(state), ports)
    const ended = await endUnfinished(request, journal, router, ports, report)
    if (ended) return ended
    const result = await shiftBack(request, journal, router, ports, report, signal)
    await confirmEnd(router, journal, ports)
    return result
  } catch (error) {
    if (error instanceof ShiftFailure) return report.bad('failed', error)
    return report.bad('refused', await whoWasFirst(error, ports))
  }
}

/**
 * A deploy that nobody works on is given up; when that alone brought users back, the rollback is done. After one that users
 * stay on, and a rollback that had not begun to shift, it only begins.
 */
async function endUnfinished(
  request: RollbackRequest,
  journal: Journal,
  router: Router,
  ports: Ports,
  report: OperationReport,
): Promise<OperationResult | undefined> {
  const unfinished = journal.operation
  if (!unfinished) return undefined
  await ensureNobodyAtWork(unfinished, request.takeOver, ports)
  const becomes = whatBecomesOf(unfinished, journal.state.live)
  if (becomes !== 'goes_on') report.remember(unfinished, unfinished.phases)
  await settle(journal, router, ports)
  const { kind, release } = unfinished
  const { live } = journal.state
  switch (becomes) {
    case 'goes_on':
      return undefined
    case 'unchanged': {
      const message = `The deploy of ${release.version} was given up before its shift; users never left ${live ?? 'their color'}.`
      return report.good('unchanged', 'completed', message)
    }
    case 'restored':
      return report.good('restored', 'completed', `The unfinished ${kind} was ended; traffic is on ${live}.`)
  }
}

async function shiftBack(
  request: RollbackRequest,
  journal: Journal,
  router: Router,
  ports: Ports,
  report: OperationReport,
  signal: AbortSignal,
): Promise<OperationResult> {
  const { state } = journal
  ensureAgreement(state, await router.current())
  const way = chooseColor(state, request.to, ports.clock.now())
  const { live, from, to, target } = way
  const operation = newOperation('rollback', target.release, from, to, journal.now())
  const site = await siteOf(request, target, to, from, operation, ports)
  const run = { journal, report, ports }

  const monitor = new MonitorWatch(blueGreen(live.settings), 'rollback', ports, report)
  report.remember(await journal.claim(operation, 'blue_green'), [])
  try {
    monitor.prepare()
    monitor.start()
    await journal.enter('verify')
    await ports.log.step(`Ask whether ${to} is still healthy`, () =>
      askUntilGood(site.probes('verify'), ports.clock, signal, report.probes.during('verify')),
    )
  } catch (error) {
    await monitor.end()
    return endBadly(run, 'refused', notHealthy(error, way))
  }
  const move = {
    from,
    to,
    router,
    monitor,
    probes: site.probes('bake'),
    bakeMs: WATCH_MS,
    left: 'rejected' as const,
    moved: false,
  }
  const end = await shiftTraffic(move, journal, ports, report, signal)
  if (end.end === 'not_moved') return endBadly(run, 'refused', end.failure)
  if (end.end === 'undone') return endBadly(run, 'failed', end.failure, from)
  if (end.end !== 'moved') return endBadly(run, 'failed', end.failure)
  const message = `${target.release.version} is live again, on ${to}. ${staysRolled(live)}`
  return endWell(run, 'restored', message.trim())
}

/** The color to go back to. Probes that are commands need the release's files: unpacked here before, or given. */
async function siteOf(
  request: RollbackRequest,
  target: Slot,
  to: Color,
  from: Color,
  operation: Operation,
  ports: Ports,
): Promise<Site> {
  const folder = releaseFolder(ports, target.release)
  const release = { ...target.release, folder }
  const options = {
    environment: request.environment,
    settings: target.settings,
    color: to,
    liveColor: from,
    release,
  }
  const site = new Site({ ...options, operation: operation.id }, ports)
  // one that was given is what is meant, whatever is here
  if (!request.release && (!site.needsFiles || ports.unpacked.has(folder))) return site
  const isHere = await withArchive(target.release, request, `${to} holds`, (archive) =>
    ports.unpacked.unpack(archive, folder),
  )
  if (isHere) return site
  throw new OperationFailure(
    'release_not_held',
    `The probes of ${target.release.version} are commands of the release, and it is not unpacked on this machine.`,
    'Give its archive: --release FILE',
  )
}
