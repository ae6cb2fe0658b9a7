import { startAbort } from '../deploy/operations/start.js'
import type { Inputs } from '../github/action-io.js'
import { gitHubWith } from '../github/client.js'
import { operationFailure, operationOutputs } from '../github/ends.js'
import { trustOf } from '../github/provenance.js'
import type { ActionContext, ActionEnd } from '../github/run-action.js'
import { releaseSources } from '../github/stores.js'
import { operationMarkdown } from '../report/operation/markdown.js'

export async function abort(
  inputs: Inputs<'abort'>,
  { log, signal }: ActionContext,
): Promise<ActionEnd<'abort'>> {
  const { path: folder, environment, expired, teardown, release, takeOver, remote, token } = inputs
  const gitHub = gitHubWith(token)
  const trust = trustOf(inputs)
  const request = { folder, environment, expired, teardown, release, takeOver, remote, token, gitHub, trust }
  const result = await startAbort(request, releaseSources(folder, inputs), log, signal)
  return {
    outputs: operationOutputs(result),
    summary: operationMarkdown(result),
    failure: operationFailure(result),
  }
}
