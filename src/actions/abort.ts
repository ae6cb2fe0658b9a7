import { gitHubWith } from '../github/client.js'
import { runAction } from '../github/run-action.js'

await runAction('abort', async (inputs, { log, signal }) => {
  const { path: folder, environment, expired, teardown, release, takeOver, remote, token } = inputs
  const { startAbort } = await import('../deploy/operations/start.js')
  const { operationFailure, operationOutputs } = await import('../github/ends.js')
  const { operationMarkdown } = await import('../report/markdown.js')
  const { releaseSources } = await import('../github/stores.js')
  const { trustOf } = await import('../github/provenance.js')
  const gitHub = gitHubWith(token)
  const trust = trustOf(inputs)
  const request = { folder, environment, expired, teardown, release, takeOver, remote, token, gitHub, trust }
  const result = await startAbort(request, releaseSources(folder, inputs), log, signal)
  return {
    outputs: operationOutputs(result),
    summary: operationMarkdown(result),
    failure: operationFailure(result),
  }
})
