import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Color, otherColor } from '../../drivers/color.js'
import type { ScheduledProbe } from '../../drivers/probes/ask.js'
import { routerOf, Target } from '../../drivers/target.js'
import { asFailure, OperationFailure } from '../ledger/failure.js'
import type { Reason } from '../ledger/outcome.js'
import { staysRolled } from '../ledger/rolled.js'
import { liveSlot, type OperationRecord, type ReleaseId, type State } from '../ledger/state.js'
import { type Ports, releaseFolder } from '../phases/operation.js'
import { hasChanged } from '../phases/run.js'
import { ensureAgreement, ensureUnowned, safeColor, whatBecomesOf } from '../recovery/settle.js'
import { withArchive } from './archives.js'
import { chooseInPlace } from './rollback-in-place.js'
import type { RollbackRequest } from './rollback-target.js'
import { chooseColor, currentSettings, type WayBack } from './rollback-target.js'

/** One check of a plan, made once. */
export interface PlanCheck {
  name: string
  verdict: 'good' | 'bad' | 'inconclusive'
  why: string | null
}

/** What a rollback would do now. Part of the machine contract. All times are ISO 8601. */
export interface RollbackPlan {
  schema: 'changeover/rollback-plan/v1'
  outcome: 'possible' | 'refused'
  reason: Reason
  /** One sentence for people. */
  message: string
  remedy: string | null
  environment: string
  strategy: State['strategy']
  /** `abort`: ending the unfinished operation is enough. `null` when it is unknown. */
  method: 'shift' | 'deploy_anew' | 'abort' | null
  /** The color that has the traffic, and the color that would get it. `null` in place. */
  from: Color | null
  to: Color | null
  /** The release that would be live. */
  release: ReleaseId | null
  /** Until when traffic can be shifted back. */
  window_closes_at: string | null
  /** What would become of the unfinished operation; `null` without one. */
  unfinished: string | null
  /** What the rollback would leave as it is, one sentence each. */
  stays: string[]
  checks: PlanCheck[]
}

/**
 * Tell what a rollback would do. Nothing is recorded, and no traffic is shifted. The router and each probe of the old color
 * are asked once.
 *
 * Never throws for what goes wrong outside: `refused` has the reason that the rollback would have.
 */
export async function planRollback(
  request: RollbackRequest,
  ports: Ports,
  signal: AbortSignal,
): Promise<RollbackPlan> {
  const plan: RollbackPlan = {
    ...{ schema: 'changeover/rollback-plan/v1', outcome: 'refused', reason: 'completed' },
    ...{ message: '', remedy: null, environment: request.environment, strategy: 'blue_green' },
    ...{ method: null, from: null, to: null, release: null, window_closes_at: null },
    ...{ unfinished: null, stays: [], checks: [] },
  }
  try {
    const state = await ports.ledger.read()
    plan.strategy = state.strategy
    plan.from = state.live
    if (state.operation) await ensureUnowned(state.operation, request.takeOver, ports)
    plan.message = await (state.strategy === 'in_place'
      ? planInPlace(plan, state, request)
      : planShift(plan, state, request, ports, signal))
    plan.outcome = 'possible'
  } catch (error) {
    const { reason, message, remedy } = asFailure(error)
    Object.assign(plan, { reason, message, remedy })
  }
  return plan
}

/** The plan when no color can be shifted back to, and the release is deployed anew instead. */
export function planDeployAnew(plan: RollbackPlan, release: ReleaseId): RollbackPlan {
  const message = `${plan.message} ${release.version} would be deployed anew, which takes as long as a deploy.`
  return {
    ...{ ...plan, outcome: 'possible', reason: 'completed', message, remedy: null },
    ...{ method: 'deploy_anew', to: plan.from && otherColor(plan.from), release, window_closes_at: null },
  }
}

async function planInPlace(plan: RollbackPlan, state: State, request: RollbackRequest): Promise<string> {
  const { operation } = state
  if (operation?.kind === 'deploy' && !hasChanged({ operation })) {
    plan.method = 'abort'
    plan.release = liveSlot(state)?.release ?? null
    plan.unfinished = `The deploy of ${operation.release.version} would be aborted; it has changed nothing.`
    return plan.unfinished
  }
  if (operation)
    plan.unfinished = `The ${operation.kind} of ${operation.release.version} would be taken over.`
  const target = chooseInPlace(state, request.to)
  plan.method = 'deploy_anew'
  plan.release = target
  await checkArchive(plan, target, request)
  return `${target.version} would be deployed again, in place.`
}

async function planShift(
  plan: RollbackPlan,
  state: State,
  request: RollbackRequest,
  ports: Ports,
  signal: AbortSignal,
): Promise<string> {
  const router = routerOf(currentSettings(state), ports)
  const { operation } = state
  const becomes = operation && whatBecomesOf(operation, state)
  if (operation && becomes) plan.unfinished = unfinishedText(operation, state, becomes)
  if (operation && becomes && becomes !== 'continues') {
    const safe = becomes === 'restored' ? safeColor(operation) : state.live
    plan.method = 'abort'
    plan.to = safe
    plan.release = safe && (state[safe]?.release ?? null)
    await check(plan, 'router', () => router.current())
    return plan.unfinished ?? ''
  }
  const way = chooseColor(state, request.to, ports.clock.now())
  plan.method = 'shift'
  plan.to = way.to
  plan.release = way.target.release
  plan.window_closes_at = way.closes.toISOString()
  plan.stays = whatStays(way)
  ensureAgreement(state, await router.current())
  await check(plan, 'router', () => router.check(way.to))
  await withProbes(plan, way, request, ports, (probes) => askOnce(plan, probes, way.to, signal))
  return `Traffic would be shifted from ${way.live.release.version} on ${way.from} to ${way.target.release.version} on ${way.to}.`
}

function unfinishedText({ kind, release }: OperationRecord, { live }: State, becomes: string): string {
  const what = `The ${kind} of ${release.version} would be aborted`
  if (becomes === 'restored') return `${what}, and traffic shifted to the color where it is safe.`
  if (becomes === 'unchanged') return `${what}; traffic never left ${live ?? 'its color'}.`
  return `${what} first.`
}

function whatStays({ live }: WayBack): string[] {
  const expands = live.settings.strategy === 'blue_green' && live.settings.expand !== undefined
  const schema = `The schema stays expanded by ${live.release.version}.`
  return [staysRolled(live), expands ? schema : ''].filter(Boolean)
}

/** Make one check, and note its verdict. When it throws, the rollback would be refused. */
async function check(plan: RollbackPlan, name: string, ask: () => Promise<unknown>): Promise<void> {
  try {
    await ask()
    plan.checks.push({ name, verdict: 'good', why: null })
  } catch (error) {
    plan.checks.push({ name, verdict: 'bad', why: asFailure(error).message })
    throw error
  }
}

async function checkArchive(plan: RollbackPlan, id: ReleaseId, request: RollbackRequest): Promise<void> {
  await check(plan, 'archive', async () => {
    if (!(await withArchive(id, request, 'the way back is', async () => {}))) throw nowhere(id)
  })
}

function nowhere({ version, digest }: ReleaseId): OperationFailure {
  return new OperationFailure(
    'release_not_held',
    `The rollback needs the archive of ${version} (${digest}), which is neither on this machine nor in a store.`,
    'Pass it with --release FILE.',
  )
}

/** Work with the probes of the old color. Files that they need are unpacked for the time of the work, unless they are here. */
async function withProbes(
  plan: RollbackPlan,
  { target, to, from }: WayBack,
  request: RollbackRequest,
  ports: Ports,
  work: (probes: readonly ScheduledProbe[]) => Promise<void>,
): Promise<void> {
  const targetIn = (folder: string) => {
    const release = { ...target.release, folder }
    const { settings } = target
    const options = { environment: request.environment, settings, color: to, liveColor: from, release }
    return new Target({ ...options, operation: 'dry-run' }, ports)
  }
  const folder = releaseFolder(ports, target.release)
  const old = targetIn(folder)
  if (!old.needsFiles || ports.unpacked.has(folder)) return work(old.probes('verify'))
  const temporary = await mkdtemp(join(tmpdir(), 'changeover-dry-run-'))
  try {
    const own = join(temporary, 'release')
    await check(plan, 'archive', async () => {
      const isHere = await withArchive(target.release, request, `${to} holds`, (archive) =>
        ports.unpacked.unpack(archive, own),
      )
      if (!isHere) throw nowhere(target.release)
    })
    await work(targetIn(own).probes('verify'))
  } finally {
    await rm(temporary, { recursive: true, force: true })
  }
}

/** Ask each probe once, all at the same time. An inconclusive answer decides nothing: a rollback would ask again. */
async function askOnce(
  plan: RollbackPlan,
  probes: readonly ScheduledProbe[],
  color: Color,
  signal: AbortSignal,
): Promise<void> {
  const answers = await Promise.all(
    probes.map(async ({ probe }) => ({ name: probe.name, answer: await probe.ask(signal) })),
  )
  for (const { name, answer } of answers) {
    const why = answer.verdict === 'good' ? (answer.note ?? null) : answer.why
    plan.checks.push({ name, verdict: answer.verdict, why })
  }
  const bad = plan.checks.find(({ verdict }) => verdict === 'bad')
  if (!bad) return
  throw new OperationFailure(
    'probe_failed',
    `The probe "${bad.name}" failed: ${bad.why}.`,
    `Check the services of ${color}. A real rollback retries the probe up to its \`failures\` limit.`,
  )
}
