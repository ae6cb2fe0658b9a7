import type { Router } from '../../drivers/routers/router.js'
import { routerOf, Target } from '../../drivers/target.js'
import { OperationFailure } from '../ledger/failure.js'
import type { OperationRecord } from '../ledger/state.js'
import {
  createOperation,
  type End,
  goodEnd,
  newRecord,
  type Ports,
  type Run,
  releaseFolder,
} from '../phases/operation.js'
import { runPhases } from '../phases/run.js'
import { ensureAgreement, settle, whatBecomesOf } from '../recovery/settle.js'
import { withArchive } from './archives.js'
import { operate } from './frame.js'
import type { OperationResult } from './result.js'
import { recoverInPlace, rollbackInPlace } from './rollback-in-place.js'
import {
  blueGreen,
  chooseColor,
  currentSettings,
  type RollbackRequest,
  type WayBack,
} from './rollback-target.js'

/**
 * Shift traffic back to the color that it came from, in seconds, with nothing but the ledger. In an in-place environment the
 * release before is deployed again.
 *
 * Never throws for what goes wrong outside. `refused` means that nothing was touched.
 */
export function rollback(
  request: RollbackRequest,
  ports: Ports,
  signal: AbortSignal,
): Promise<OperationResult> {
  const { environment, takeOver } = request
  const isInPlace = ({ journal }: Run) => journal.state.strategy === 'in_place'
  const router = ({ journal }: Run) => routerOf(currentSettings(journal.state), ports)
  return operate(
    {
      ...{ kind: 'rollback', environment, takeOver, untouched: 'refused' },
      async before(run) {
        if (!isInPlace(run)) router(run) // an environment that was never deployed has no router
        return undefined
      },
      recover: (run, unfinished) =>
        isInPlace(run) ? recoverInPlace(run, unfinished) : recover(run, unfinished, router(run)),
      work: (run) => (isInPlace(run) ? rollbackInPlace(request, run) : shiftBack(request, run, router(run))),
    },
    ports,
    signal,
  )
}

/**
 * Settle the operation that an earlier run left. When that alone brought traffic back, the rollback is done. When traffic
 * stays on the release, or an earlier rollback had not begun its shift, the rollback only begins.
 */
async function recover(run: Run, unfinished: OperationRecord, router: Router): Promise<End | undefined> {
  const { journal, report } = run
  const becomes = whatBecomesOf(unfinished, journal.state)
  if (becomes !== 'continues') report.operation = unfinished
  await settle(run, router)
  const { kind, release } = unfinished
  const { live } = journal.state
  switch (becomes) {
    case 'continues':
      return undefined
    case 'unchanged':
      return goodEnd(
        'unchanged',
        `The deploy of ${release.version} was aborted before its shift; traffic never left ${live ?? 'its color'}.`,
      )
    case 'restored':
      return goodEnd('restored', `The unfinished ${kind} was ended; traffic is on ${live}.`)
  }
}

async function shiftBack(request: RollbackRequest, run: Run, router: Router): Promise<End> {
  const { journal, ports } = run
  const { state } = journal
  ensureAgreement(state, await router.current())
  const way = chooseColor(state, request.to, ports.clock.now())
  const { live, from, to, target } = way
  await ensureProbesCanRun(request, run, way)
  const { release, settings } = target
  const record = newRecord('rollback', release, from, to, journal.now())
  const colors = { router, from, to, traffic: 'old' as const }
  const plan = { kind: 'rollback' as const, record, settings, release, archive: undefined, colors }
  return runPhases(createOperation(run, { ...plan, until: 'shifted' }, blueGreen(live.settings)))
}

/** Probes that are commands need the files of the release: unpacked on this machine before, or from its archive. */
async function ensureProbesCanRun(
  request: RollbackRequest,
  { environment, ports }: Run,
  { target, to, from }: WayBack,
): Promise<void> {
  const { release, settings } = target
  const folder = releaseFolder(ports, release)
  const options = { environment, settings, color: to, liveColor: from, release: { ...release, folder } }
  const { needsFiles } = new Target({ ...options, operation: '' }, ports)
  // an archive that was given is used, whatever is on this machine
  if (!request.release && (!needsFiles || ports.unpacked.has(folder))) return
  const isHere = await withArchive(release, request, `${to} holds`, (archive) =>
    ports.unpacked.unpack(archive, folder),
  )
  if (isHere) return
  throw new OperationFailure(
    'release_not_held',
    `The probes of ${release.version} are commands of the release, which is not unpacked on this machine.`,
    'Give its archive: --release FILE',
  )
}
