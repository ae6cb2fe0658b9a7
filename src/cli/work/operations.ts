import { isGood } from '../../deploy/ledger/outcome.js'
import type { OperationResult } from '../../deploy/operations/result.js'
import { startAbort, startDeploy, startRollback, startRollbackPlan } from '../../deploy/operations/start.js'
import { gitHubOf } from '../../github/client.js'
import { withRevert } from '../../github/revert/revert.js'
import type { Log } from '../../platform/log.js'
import { operationText } from '../../report/operation/text.js'
import { rollbackPlanText } from '../../report/plan/rollback.js'
import { stagedTestText } from '../../report/staged-test/text.js'
import { startStagedTests } from '../../staged-test/start.js'
import type { CommonOptions, OperationOptions } from '../options.js'
import { cancellable, finish, textOptions } from '../run.js'
import { terminalLog } from '../terminal-log.js'
import { releaseSources } from './releases.js'

export interface AbortOptions extends OperationOptions {
  expired: boolean
  teardown: boolean
}

export interface DeployOptions extends OperationOptions {
  release: string
  digest?: string
  until: 'verified' | 'shifted' | 'finalized'
  wait?: string
}

export interface RollbackOptions extends OperationOptions {
  to?: string
  wait?: string
  dryRun: boolean
  revert: boolean
  base?: string
}

export interface StagedTestOptions extends CommonOptions {
  environment: string
  release: string
  digest?: string
  store?: string
}

export async function stagedTest(chosen: StagedTestOptions): Promise<void> {
  const { environment, release, digest, store, verbose = false } = chosen
  const result = await cancellable((signal) =>
    startStagedTests(
      { environment, release, digest },
      releaseSources('.', store),
      terminalLog(verbose),
      signal,
    ),
  )
  finish(result, result.outcome === 'passed', chosen, () => stagedTestText(result, textOptions()))
}

export async function deploy(chosen: DeployOptions): Promise<void> {
  const { environment, release, digest, until, takeOver, wait, remote } = chosen
  const request = { environment, release, digest, until, takeOver, wait, remote, ...surroundings(chosen) }
  await operation(chosen, (log, signal) =>
    startDeploy(request, releaseSources(chosen.path, chosen.store), log, signal),
  )
}

export async function rollback(chosen: RollbackOptions): Promise<void> {
  const { environment, to, release, takeOver, wait, remote, base } = chosen
  const request = { environment, to, release, takeOver, wait, remote, ...surroundings(chosen) }
  const sources = releaseSources(chosen.path, chosen.store)
  if (chosen.dryRun) {
    const log = terminalLog(chosen.verbose ?? false)
    const plan = await cancellable((signal) => startRollbackPlan(request, sources, log, signal))
    finish(plan, plan.outcome === 'possible', chosen, () => rollbackPlanText(plan, textOptions()))
    return
  }
  await operation(chosen, async (log, signal) => {
    const result = await startRollback(request, sources, log, signal)
    if (!chosen.revert) return result
    const { env } = process
    const { folder, gitHub } = request
    const token = env.GITHUB_TOKEN || env.GH_TOKEN
    return withRevert(result, { folder, environment, remote, base, token, env, gitHub }, log, signal)
  })
}

export async function abort(chosen: AbortOptions): Promise<void> {
  const { environment, expired, teardown, release, takeOver, remote } = chosen
  const request = { environment, expired, teardown, release, takeOver, remote, ...surroundings(chosen) }
  await operation(chosen, (log, signal) =>
    startAbort(request, releaseSources(chosen.path, chosen.store), log, signal),
  )
}

/** The parts of a request that no operation has for itself: the folder, GitHub, and the trust in attestations. */
function surroundings({ path: folder, attestation, trustedRoot }: OperationOptions) {
  return { folder, gitHub: gitHubOf(process.env), trust: { attestation, trustedRoot } }
}

/** Every operation has the same signals, result and exit status. */
async function operation(
  chosen: CommonOptions,
  work: (log: Log, signal: AbortSignal) => Promise<OperationResult>,
): Promise<void> {
  const result = await cancellable((signal) => work(terminalLog(chosen.verbose ?? false), signal))
  finish(result, isGood(result), chosen, () => operationText(result, textOptions()))
}
