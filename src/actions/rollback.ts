import { runAction } from '../github/run-action.js'

await runAction(
  'rollback',
  async ({ path: folder, environment, to, release, takeOver, remote }, { log, signal }) => {
    const { startRollback } = await import('../changeover/start.js')
    const { operationFailure, operationOutputs } = await import('../github/ends.js')
    const { operationMarkdown } = await import('../report/markdown.js')
    const result = await startRollback({ folder, environment, to, release, takeOver, remote }, log, signal)
    return {
      outputs: operationOutputs(result),
      summary: operationMarkdown(result),
      failure: operationFailure(result),
    }
  },
)
