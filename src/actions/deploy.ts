import { startDeploy } from '../deploy/operations/start.js'
import type { Inputs } from '../github/action-io.js'
import { gitHubWith } from '../github/client.js'
import { operationFailure, operationOutputs } from '../github/ends.js'
import { trustOf } from '../github/provenance.js'
import type { ActionContext, ActionEnd } from '../github/run-action.js'
import { releaseSources } from '../github/stores.js'
import { operationMarkdown } from '../report/operation/markdown.js'

export async function deploy(
  inputs: Inputs<'deploy'>,
  { log, signal }: ActionContext,
): Promise<ActionEnd<'deploy'>> {
  const { path: folder, environment, release, digest, until, takeOver, wait, remote, token } = inputs
  const [gitHub, trust] = [gitHubWith(token), trustOf(inputs)]
  const request = {
    ...{ folder, environment, release, digest, until, takeOver, wait, remote, token },
    ...{ gitHub, trust },
  }
  const result = await startDeploy(request, releaseSources(folder, inputs), log, signal)
  return {
    outputs: operationOutputs(result),
    summary: operationMarkdown(result),
    failure: operationFailure(result),
  }
}
