import { downHooks, type Inputs, leftRunning } from '../github/action-io.js'
import { stagedTestFailure, stagedTestOutputs } from '../github/ends.js'
import type { ActionContext, ActionEnd } from '../github/run-action.js'
import { releaseSources } from '../github/stores.js'
import { stagedTestMarkdown } from '../report/staged-test/markdown.js'
import { endEnvironment, startStagedTests } from '../staged-test/start.js'

export async function stagedTest(
  { environment, release, digest, ...more }: Inputs<'staged-test'>,
  { log, signal }: ActionContext,
): Promise<ActionEnd<'staged-test'>> {
  const request = { environment, release, digest }
  const result = await startStagedTests(request, releaseSources('.', more), log, signal, downHooks)
  return {
    outputs: stagedTestOutputs(result),
    summary: stagedTestMarkdown(result),
    failure: stagedTestFailure(result),
  }
}

/** The post step: the runner may have ended the main step before it could end its environment. */
export async function endStagedTest({ log, signal }: ActionContext): Promise<void> {
  const inputs = leftRunning()
  if (inputs) await endEnvironment(inputs, log, signal)
}
