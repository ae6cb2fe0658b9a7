import { gitHubWith } from '../github/client.js'
import { runAction } from '../github/run-action.js'

await runAction('rollback', async (inputs, { log, signal }) => {
  const { path: folder, environment, to, release, takeOver, wait, remote, token, base } = inputs
  const { startRollback, startRollbackPlan } = await import('../deploy/operations/start.js')
  const { operationFailure, planFailure, planOutputs, rollbackOutputs } = await import('../github/ends.js')
  const { releaseSources } = await import('../github/stores.js')
  const { trustOf } = await import('../github/provenance.js')
  const gitHub = gitHubWith(token)
  const trust = trustOf(inputs)
  const request = { folder, environment, to, release, takeOver, wait, remote, token, gitHub, trust }
  const sources = releaseSources(folder, inputs)
  if (inputs.dryRun) {
    const plan = await startRollbackPlan(request, sources, log, signal)
    const { rollbackPlanMarkdown } = await import('../report/rollback-plan.js')
    return { outputs: planOutputs(plan), summary: rollbackPlanMarkdown(plan), failure: planFailure(plan) }
  }
  let result = await startRollback(request, sources, log, signal)
  if (inputs.revert) {
    const { withRevert } = await import('../github/revert/revert.js')
    const { env } = process
    result = await withRevert(result, { folder, environment, remote, base, token, env, gitHub }, log, signal)
  }
  const { operationMarkdown } = await import('../report/markdown.js')
  return {
    outputs: rollbackOutputs(result),
    summary: operationMarkdown(result),
    failure: operationFailure(result),
  }
})
