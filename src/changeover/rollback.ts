import { type Color, otherColor } from '../drivers/color.js'
import { askUntilGood } from '../drivers/probes/ask.js'
import type { Router } from '../drivers/routers/router.js'
import type { BlueGreenSettings, EnvironmentSettings } from '../manifest/manifest.generated.js'
import { duration } from '../manifest/values.js'
import type { Release } from '../release/open.js'
import { endBadly, endWell, newOperation } from './ending.js'
import { asFailure, MoveFailure, OperationFailure } from './failure.js'
import { ensureAgreement, ensureNobodyAtWork, settle } from './in-flight.js'
import { Journal } from './journal.js'
import { type Tenure, withTenure } from './lease-tenure.js'
import { OperationReport } from './operation-report.js'
import type { Ports } from './ports.js'
import { releaseFolder } from './preparation.js'
import type { OperationResult, ReleaseName } from './result.js'
import { staysRolled } from './rolling-record.js'
import { routerOf, Site } from './site.js'
import { type Holding, liveHolding, type Operation, type State } from './state.js'
import { moveUsers } from './switch.js'
import { confirmEnd } from './taken-over.js'
import { WitnessWatch } from './witness-watch.js'

export interface RollbackRequest {
  environment: string
  /** The version to go back to; default: the one that was live before. */
  to: string | undefined
  /** The archive of that release, needed only when its probes are commands and it is not unpacked on this machine. */
  release: Release | undefined
  /** Works with the archive of a release from wherever it is kept; false when it is kept nowhere. */
  fetch?: (name: ReleaseName, work: (release: Release) => Promise<void>) => Promise<boolean>
  takeOver: boolean
}

/** How long the color that users are back on is watched, in milliseconds. */
const WATCH_MS = 2_000

/**
 * Switch users back to the color that they came from, in seconds. All that it needs is in the ledger.
 *
 * Never throws for what can go wrong out there. `refused` means that nothing was touched.
 */
export function rollback(
  request: RollbackRequest,
  ports: Ports,
  signal: AbortSignal,
): Promise<OperationResult> {
  return withTenure(ports, signal, (tenure, owned) => rollbackOwned(request, ports, tenure, owned))
}

async function rollbackOwned(
  request: RollbackRequest,
  ports: Ports,
  tenure: Tenure,
  signal: AbortSignal,
): Promise<OperationResult> {
  let report = new OperationReport('rollback', request.environment, 'blue_green', null, ports.clock)
  try {
    const state = await ports.ledger.read()
    report = new OperationReport('rollback', request.environment, state.strategy, null, ports.clock)
    const journal = new Journal(state, ports, tenure)
    report.journal = journal
    const router = routerOf(currentSettings(state), ports)
    const ended = await endUnfinished(request, journal, router, ports, report)
    if (ended) return ended
    const result = await switchBack(request, journal, router, ports, report, signal)
    await confirmEnd(router, journal, ports)
    return result
  } catch (error) {
    return report.bad(error instanceof MoveFailure ? 'failed' : 'refused', asFailure(error))
  }
}

/** The settings that say how users are routed: those of the live release, or of the one that was about to be. */
function currentSettings(state: State): BlueGreenSettings {
  if (state.strategy === 'in_place') {
    throw new OperationFailure(
      'nothing_to_roll_back_to',
      `${state.environment} is changed in place: no second color holds the release before.`,
      'Deploy the release that you want back: changeover deploy --release FILE',
    )
  }
  const unfinished = state.operation?.to_color
  const settings = (liveHolding(state) ?? (unfinished && state[unfinished]))?.settings
  if (settings) return blueGreen(settings)
  throw new OperationFailure(
    'nothing_to_roll_back_to',
    `No release was ever deployed to ${state.environment}.`,
    'Check the environment, and that this is the repository and remote that keep its ledger.',
  )
}

function blueGreen(settings: EnvironmentSettings): BlueGreenSettings {
  if (settings.strategy === 'blue_green') return settings
  throw new OperationFailure(
    'nothing_to_roll_back_to',
    'The live release was deployed in place.',
    'Deploy the release that you want back.',
  )
}

/**
 * A deploy that nobody works on is given up; when that alone brought users back, the rollback is done. A rollback that had
 * not begun to switch moved nobody: this one starts anew.
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
  if (journal.isFinal) {
    const { version } = unfinished.release
    throw new OperationFailure(
      'contracted',
      `${version} was being made final when its run died: there is no way back.`,
      `Finish it: changeover deploy --until finalized, with the archive of ${version}.`,
    )
  }
  const before = journal.hasStarted('switch')
  if (before || unfinished.kind === 'deploy') report.remember(unfinished, unfinished.phases)
  await settle(journal, router, ports)
  const version = unfinished.release.version
  if (!before && unfinished.kind === 'rollback') return undefined
  if (!before) {
    return report.good(
      'unchanged',
      'completed',
      `The deploy of ${version} was given up before its switch; users never left ${journal.state.live ?? 'their color'}.`,
    )
  }
  return report.good(
    'restored',
    'completed',
    `The unfinished ${unfinished.kind} was ended; users are on ${journal.state.live}.`,
  )
}

async function switchBack(
  request: RollbackRequest,
  journal: Journal,
  router: Router,
  ports: Ports,
  report: OperationReport,
  signal: AbortSignal,
): Promise<OperationResult> {
  const { state } = journal
  ensureAgreement(state, await router.current())
  const { live, from, to, target } = choose(state, request.to, ports.clock.now())
  const operation = newOperation('rollback', target.release, from, to, journal.now())
  const site = await siteOf(request, target, to, from, operation, ports)
  const run = { journal, report, ports }

  const witness = new WitnessWatch(blueGreen(live.settings), 'rollback', ports, report)
  report.remember(await journal.claim(operation, 'blue_green'), [])
  try {
    witness.prepare()
    witness.start()
    await journal.enter('verify')
    await ports.log.step(`Ask whether ${to} is still healthy`, () =>
      askUntilGood(site.probes('verify'), ports.clock, signal, report.probes.during('verify')),
    )
  } catch (error) {
    await witness.end()
    return endBadly(run, 'refused', asFailure(error))
  }
  const move = {
    from,
    to,
    router,
    witness,
    probes: site.probes('bake'),
    bakeMs: WATCH_MS,
    left: 'rejected' as const,
    moved: false,
  }
  const end = await moveUsers(move, journal, ports, report, signal)
  if (end.end === 'not_moved') return endBadly(run, 'refused', end.failure)
  if (end.end === 'undone') return endBadly(run, 'failed', end.failure, from)
  if (end.end !== 'moved') return endBadly(run, 'failed', end.failure)
  const message = `${target.release.version} is live again, on ${to}. ${staysRolled(live)}`
  return endWell(run, 'restored', message.trim())
}

/** What to go back to, or the reason why there is no way back. */
function choose(
  state: State,
  version: string | undefined,
  now: Date,
): { live: Holding; from: Color; to: Color; target: Holding } {
  const live = liveHolding(state)
  const from = state.live
  if (!live || from === null) throw nothing('No release is live.')
  const to = otherColor(from)
  const target = state[to]
  if (version !== undefined && version === live.release.version) {
    throw new OperationFailure('already_live', `${version} is live already.`, null)
  }
  if (!target) throw nothing(`${to} holds no release: ${live.release.version} is the first.`)
  const held = target.release.version
  if (version !== undefined && version !== held) {
    throw new OperationFailure(
      'release_not_held',
      `${to} holds ${held}, not ${version}.`,
      deployInstead(version),
    )
  }
  switch (target.state) {
    case 'retiring':
    case 'retired':
      throw new OperationFailure(
        'contracted',
        `${held} was given up when ${live.release.version} was made final (${target.since}): its schema or its services are gone.`,
        deployInstead(held),
      )
    case 'deploying':
    case 'ready':
      throw nothing(`${to} holds ${held}, which never was live.`)
    case 'rejected':
      if (version === undefined)
        throw nothing(
          `${to} holds ${held}, which users were taken off.`,
          `To use it all the same: --to ${held}`,
        )
      break
    case 'live':
    case 'standby':
  }
  const closes = new Date(
    Date.parse(target.since) + duration(blueGreen(live.settings).rollback_window, '24h'),
  )
  if (now > closes) {
    throw new OperationFailure(
      'window_closed',
      `The rollback window of ${held} closed at ${closes.toISOString()}.`,
      deployInstead(held),
    )
  }
  return { live, from, to, target }
}

function nothing(
  message: string,
  remedy = 'Deploy the release that you want: changeover deploy --release FILE',
): OperationFailure {
  return new OperationFailure('nothing_to_roll_back_to', message, remedy)
}

function deployInstead(version: string): string {
  return `Deploy it forward instead: changeover deploy --release FILE, with the archive of ${version}.`
}

/** The color to go back to. Probes that are commands need the release's files: unpacked here before, or given. */
async function siteOf(
  request: RollbackRequest,
  target: Holding,
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
  if (request.release) {
    const { digest, version } = request.release.manifest
    if (digest !== target.release.digest) {
      throw new OperationFailure(
        'release_not_held',
        `The archive is ${version} (${digest}), but ${to} holds ${target.release.version} (${target.release.digest}).`,
        'Give the archive of the release that the color holds, or none.',
      )
    }
    await ports.unpacked.unpack(request.release, folder)
  } else if (site.needsFiles && !ports.unpacked.has(folder)) {
    const fetched = await request.fetch?.(target.release, (archive) => ports.unpacked.unpack(archive, folder))
    if (fetched) return site
    throw new OperationFailure(
      'release_not_held',
      `The probes of ${target.release.version} are commands of the release, and it is not unpacked on this machine.`,
      'Give its archive: --release FILE',
    )
  }
  return site
}
