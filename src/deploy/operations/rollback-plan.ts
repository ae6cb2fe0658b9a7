import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Color, otherColor } from '../../drivers/color.js'
import type { ScheduledProbe } from '../../drivers/probes/ask.js'
import { routerOf, Site } from '../../drivers/target.js'
import { asFailure, OperationFailure } from '../ledger/failure.js'
import type { Reason } from '../ledger/outcome.js'
import type { ReleaseName } from '../ledger/state.js'
import { liveSlot, type Operation, type State } from '../ledger/state.js'
import type { Ports } from '../phases/ports.js'
import { releaseFolder } from '../phases/preparation.js'
import { staysRolled } from '../phases/rolling-record.js'
import { ensureAgreement, ensureNobodyAtWork, safeColor } from '../recovery/in-flight.js'
import { whatBecomesOf } from '../recovery/unfinished.js'
import { hasChanged } from './in-place.js'
import { withArchive } from './release-archive.js'
import { chooseInPlace } from './rollback-in-place.js'
import type { RollbackRequest } from './rollback-request.js'
import { chooseColor, currentSettings, type WayBack } from './rollback-target.js'

/** One thing that was asked, once. */
export interface PlanCheck {
  name: string
  verdict: 'good' | 'bad' | 'inconclusive'
  why: string | null
}

/** What a rollback would do now. Part of the machine contract. */
export interface RollbackPlan {
  schema: 'changeover/rollback-plan/v1'
  outcome: 'possible' | 'refused'
  reason: Reason
  /** One sentence for people. */
  message: string
  remedy: string | null
  environment: string
  strategy: State['strategy']
  /** `abort`: to end what is unfinished is all that it takes. `null` when it is not known. */
  method: 'shift' | 'deploy_anew' | 'abort' | null
  /** The color that traffic is on, and the one that they would be on. `null` in place. */
  from: Color | null
  to: Color | null
  /** What users would have. */
  release: ReleaseName | null
  /** ISO 8601: until when it can be shifted back. */
  window_closes_at: string | null
  /** What becomes of the operation that has not ended; `null` without one. */
  unfinished: string | null
  /** What a rollback leaves as it is, a sentence each. */
  stays: string[]
  checks: PlanCheck[]
}

/**
 * What a rollback would do: nothing is recorded and nobody is moved. The router and each probe of the old color are asked once.
 *
 * Never throws for what can go wrong out there: `refused` has the reason that the rollback would have.
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
    if (state.operation) await ensureNobodyAtWork(state.operation, request.takeOver, ports)
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
export function planDeployAnew(plan: RollbackPlan, release: ReleaseName): RollbackPlan {
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
    plan.unfinished = `The deploy of ${operation.release.version} would be given up; it has changed nothing.`
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
  const becomes = operation && whatBecomesOf(operation, state.live)
  if (operation && becomes) plan.unfinished = unfinishedText(operation, state, becomes)
  if (operation && becomes && becomes !== 'goes_on') {
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
  await withProbes(plan, way, request, ports, (probes) => askOnce(plan, probes, signal))
  return `Users would be shifted from ${way.live.release.version} on ${way.from} to ${way.target.release.version} on ${way.to}.`
}

function unfinishedText({ kind, release }: Operation, { live }: State, becomes: string): string {
  const what = `The ${kind} of ${release.version} would be given up`
  if (becomes === 'restored') return `${what}, and users taken to the color where they are safe.`
  if (becomes === 'unchanged') return `${what}; users never left ${live ?? 'their color'}.`
  return `${what} first.`
}

function whatStays({ live }: WayBack): string[] {
  const expands = live.settings.strategy === 'blue_green' && live.settings.expand !== undefined
  const schema = `The schema stays as ${live.release.version} has expanded it.`
  return [staysRolled(live), expands ? schema : ''].filter(Boolean)
}

/** Note what something says; when it throws, the rollback would be refused. */
async function check(plan: RollbackPlan, name: string, ask: () => Promise<unknown>): Promise<void> {
  try {
    await ask()
    plan.checks.push({ name, verdict: 'good', why: null })
  } catch (error) {
    plan.checks.push({ name, verdict: 'bad', why: asFailure(error).message })
    throw error
  }
}

async function checkArchive(plan: RollbackPlan, name: ReleaseName, request: RollbackRequest): Promise<void> {
  await check(plan, 'archive', async () => {
    if (!(await withArchive(name, request, 'the way back is', async () => {}))) throw nowhere(name)
  })
}

function nowhere({ version, digest }: ReleaseName): OperationFailure {
  return new OperationFailure(
    'release_not_held',
    `It takes the archive of ${version} (${digest}), and that is nowhere.`,
    'Give it: --release FILE',
  )
}

/** Work with the probes of the old color. Files that they need, and that are not here, are unpacked for the moment alone. */
async function withProbes(
  plan: RollbackPlan,
  { target, to, from }: WayBack,
  request: RollbackRequest,
  ports: Ports,
  work: (probes: readonly ScheduledProbe[]) => Promise<void>,
): Promise<void> {
  const siteIn = (folder: string) => {
    const release = { ...target.release, folder }
    const { settings } = target
    const options = { environment: request.environment, settings, color: to, liveColor: from, release }
    return new Site({ ...options, operation: 'dry-run' }, ports)
  }
  const folder = releaseFolder(ports, target.release)
  const site = siteIn(folder)
  if (!site.needsFiles || ports.unpacked.has(folder)) return work(site.probes('verify'))
  const temporary = await mkdtemp(join(tmpdir(), 'changeover-dry-run-'))
  try {
    const own = join(temporary, 'release')
    await check(plan, 'archive', async () => {
      const isHere = await withArchive(target.release, request, `${to} holds`, (archive) =>
        ports.unpacked.unpack(archive, own),
      )
      if (!isHere) throw nowhere(target.release)
    })
    await work(siteIn(own).probes('verify'))
  } finally {
    await rm(temporary, { recursive: true, force: true })
  }
}

/** Ask each probe once, side by side. What is inconclusive would be asked again, and decides nothing here. */
async function askOnce(
  plan: RollbackPlan,
  probes: readonly ScheduledProbe[],
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
    `The probe "${bad.name}" says no: ${bad.why}.`,
    'A rollback asks it as often as its "failures" allow. Look at the color that was asked.',
  )
}
