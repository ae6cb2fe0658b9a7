import { startRollback, startRollbackPlan } from '../deploy/operations/start.js'
import type { Inputs } from '../github/action-io.js'
import { gitHubWith } from '../github/client.js'
import { operationFailure, planFailure, planOutputs, rollbackOutputs } from '../github/ends.js'
import { trustOf } from '../github/provenance.js'
import { withRevert } from '../github/revert/revert.js'
import type { ActionContext, ActionEnd } from '../github/run-action.js'
import { releaseSources } from '../github/stores.js'
import { operationMarkdown } from '../report/operation/markdown.js'
import { rollbackPlanMarkdown } from '../report/plan/rollback.js'

export async function rollback(
  inputs: Inputs<'rollback'>,
  { log, signal }: ActionContext,
): Promise<ActionEnd<'rollback'>> {
  const { path: folder, environment, to, release, takeOver, wait, remote, token, base } = inputs
  const gitHub = gitHubWith(token)
  const trust = trustOf(inputs)
  const request = { folder, environment, to, release, takeOver, wait, remote, token, gitHub, trust }
  const sources = releaseSources(folder, inputs)
  if (inputs.dryRun) {
    const plan = await startRollbackPlan(request, sources, log, signal)
    return { outputs: planOutputs(plan), summary: rollbackPlanMarkdown(plan), failure: planFailure(plan) }
  }
  let result = await startRollback(request, sources, log, signal)
  if (inputs.revert) {
    const { env } = process
    result = await withRevert(result, { folder, environment, remote, base, token, env, gitHub }, log, signal)
  }
  return {
    outputs: rollbackOutputs(result),
    summary: operationMarkdown(result),
    failure: operationFailure(result),
  }
}
