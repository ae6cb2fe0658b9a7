import type { BlueGreenSettings, EnvironmentSettings, InPlaceSettings } from '../../../generated/manifest.js'
import { otherColor } from '../../drivers/color.js'
import { routerOf } from '../../drivers/target.js'
import type { Release } from '../../release/open.js'
import { liveSlot, type OperationRecord, type ReleaseId } from '../ledger/state.js'
import {
  type Colors,
  createOperation,
  type End,
  goodEnd,
  newRecord,
  type Plan,
  type Ports,
  type Run,
} from '../phases/operation.js'
import { isFinal } from '../phases/phases.js'
import { runPhases } from '../phases/run.js'
import { resumeDeploy, resumeInPlace } from '../recovery/resume.js'
import { ensureAgreement } from '../recovery/settle.js'
import { operate } from './frame.js'
import type { OperationResult } from './result.js'

export interface DeployRequest {
  environment: string
  /** The environment as the manifest of the release describes it. */
  settings: EnvironmentSettings
  /** The release, every byte of it checked. */
  release: Release
  /** Stop after this point; a later run continues. */
  until: Plan['until']
  /** Take over an unfinished operation although its run is not known to be dead. */
  takeOver: boolean
  /** Throws when the release may not be deployed here. It receives the settings of the live release. */
  admit?: (live: EnvironmentSettings | undefined) => Promise<void>
}

/**
 * Bring an environment to a release. The live color is not touched before the shift. After it, traffic goes back when the new
 * color fails.
 *
 * Never throws for what goes wrong outside: every end is an outcome with a reason.
 */
export function deploy(request: DeployRequest, ports: Ports, signal: AbortSignal): Promise<OperationResult> {
  const { environment, settings, takeOver, release: archive } = request
  const release = idOf(archive)
  const shared = {
    ...{ kind: 'deploy' as const, environment, takeOver, release, untouched: 'aborted' as const },
    strategy: settings.strategy,
    async before({ journal }: Run) {
      await request.admit?.(liveSlot(journal.state)?.settings)
      return undefined
    },
  }
  if (settings.strategy === 'in_place') {
    const wanted = { kind: 'deploy' as const, settings, release, archive }
    return operate(
      {
        ...shared,
        recover: (run, unfinished) => resumeInPlace(run, unfinished, 'deploy', release),
        work: (run, resumed) => deployInPlace(run, resumed, wanted),
      },
      ports,
      signal,
    )
  }
  return operate(
    {
      ...shared,
      recover: (run, unfinished) => resumeDeploy(run, unfinished, archive, routerOf(settings, ports)),
      work: (run, resumed) => deployBlueGreen(run, resumed, request, settings),
    },
    ports,
    signal,
  )
}

async function deployBlueGreen(
  run: Run,
  resumed: OperationRecord | undefined,
  { release: archive, until }: DeployRequest,
  settings: BlueGreenSettings,
): Promise<End> {
  const release = idOf(archive)
  const router = routerOf(settings, run.ports)
  const next = resumed
    ? await resume(run, resumed, router)
    : await begin(run, { release, archive, until }, router)
  if (!next) return alreadyLive(release)
  const { record, colors } = next
  return runPhases(
    createOperation(run, { kind: 'deploy', record, settings, release, archive, until, colors }),
  )
}

interface Next {
  record: OperationRecord
  colors: Colors
}

/** Continue where an earlier run of this deploy stopped. */
async function resume(
  { journal }: Run,
  record: OperationRecord,
  router: Colors['router'],
): Promise<Next | undefined> {
  const { from_color: from, to_color: to } = record
  if (to === null) return undefined
  if (journal.hasStarted('rolling')) ensureAgreement(journal.state, await router.current())
  // past the bake, or begun for a release that is live: that color is never deployed to again
  const isPast = journal.hasStarted('rolling') || isFinal(journal)
  const isComplete = isPast || (journal.state.live === to && !journal.hasStarted('shift'))
  return { record, colors: { router, from, to, traffic: isComplete ? 'stays' : 'old' } }
}

/** @returns `undefined` when there is nothing to do */
async function begin(
  { journal }: Run,
  { release, until }: Pick<Plan, 'release' | 'archive' | 'until'>,
  router: Colors['router'],
): Promise<Next | undefined> {
  const { state } = journal
  const current = await router.current()
  ensureAgreement(state, current)
  const { live } = state
  const slot = liveSlot(state)
  if (live !== null && slot?.release.digest === release.digest) {
    const old = state[otherColor(live)]
    const isFinalized = until !== 'finalized' || !old || old.state === 'retired'
    const isRolled = until === 'verified' || slot.rolling === undefined
    if (isFinalized && isRolled) return undefined
    const from = old && otherColor(live)
    const record = newRecord('deploy', release, from, live, journal.now())
    return { record, colors: { router, from, to: live, traffic: 'stays' } }
  }
  const from = live ?? (current === 'blue' || current === 'green' ? current : null)
  const to = from === null ? 'blue' : otherColor(from)
  const record = newRecord('deploy', release, from, to, journal.now())
  return { record, colors: { router, from, to, traffic: 'old' } }
}

/** Deploy to an environment without colors, or roll it back: then an earlier release is deployed again. */
export async function deployInPlace(
  run: Run,
  resumed: OperationRecord | undefined,
  wanted: { kind: Plan['kind']; settings: InPlaceSettings; release: ReleaseId; archive: Release },
): Promise<End> {
  const { journal } = run
  const { kind, release } = wanted
  if (!resumed && liveSlot(journal.state)?.release.digest === release.digest) return alreadyLive(release)
  const record = resumed ?? newRecord(kind, release, null, null, journal.now())
  return runPhases(createOperation(run, { ...wanted, record, until: 'shifted', colors: null }))
}

function alreadyLive({ version }: ReleaseId): End {
  return goodEnd('unchanged', `${version} is live already.`, 'already_live')
}

function idOf({ document: { version, digest } }: Release): ReleaseId {
  return { version, digest }
}
