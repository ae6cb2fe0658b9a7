import { runAction } from '../github/run-action.js'

await runAction(
  'deploy',
  async ({ path: folder, environment, release, digest, until, takeOver, remote }, { log, signal }) => {
    const { startDeploy } = await import('../changeover/start.js')
    const { operationFailure, operationOutputs } = await import('../github/ends.js')
    const { operationMarkdown } = await import('../report/markdown.js')
    const inputs = { folder, environment, release, digest, until, takeOver, remote }
    const result = await startDeploy(inputs, log, signal)
    return {
      outputs: operationOutputs(result),
      summary: operationMarkdown(result),
      failure: operationFailure(result),
    }
  },
)
