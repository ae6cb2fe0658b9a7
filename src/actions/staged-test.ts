import { runAction } from '../github/run-action.js'

await runAction('staged-test', async ({ environment, release, digest, ...more }, { log, signal }) => {
  const { startStagedTests } = await import('../staged-test/start.js')
  const { stagedTestFailure, stagedTestOutputs } = await import('../github/ends.js')
  const { downHooks } = await import('../github/action-io.js')
  const { stagedTestMarkdown } = await import('../report/markdown.js')
  const { releaseSources } = await import('../github/stores.js')
  const request = { environment, release, digest }
  const result = await startStagedTests(request, releaseSources('.', more), log, signal, downHooks)
  return {
    outputs: stagedTestOutputs(result),
    summary: stagedTestMarkdown(result),
    failure: stagedTestFailure(result),
  }
})
