import { gitHubWith } from '../github/client.js'
import { runAction } from '../github/run-action.js'

await runAction('deploy', async (inputs, { log, signal }) => {
  const { path: folder, environment, release, digest, until, takeOver, wait, remote, token } = inputs
  const { startDeploy } = await import('../deploy/operations/start.js')
  const { operationFailure, operationOutputs } = await import('../github/ends.js')
  const { operationMarkdown } = await import('../report/markdown.js')
  const { releaseSources } = await import('../github/stores.js')
  const { trustOf } = await import('../github/provenance.js')
  const request = {
    folder,
    environment,
    release,
    digest,
    until,
    takeOver,
    wait,
    remote,
    token,
    gitHub: gitHubWith(token),
    trust: trustOf(inputs),
  }
  const result = await startDeploy(request, releaseSources(folder, inputs), log, signal)
  return {
    outputs: operationOutputs(result),
    summary: operationMarkdown(result),
    failure: operationFailure(result),
  }
})
