import { runAction } from '../github/run-action.js'

await runAction('validate', async ({ path, failOn }, { log }) => {
  const { startValidate } = await import('../definitions/start.js')
  const { annotate } = await import('../github/annotations.js')
  const { validateFailure, validateOutputs } = await import('../github/ends.js')
  const { validateMarkdown } = await import('../report/markdown.js')
  const result = await log.step('Check the definitions', () => startValidate(path, log))
  annotate(result.findings, { folder: path, workspace: process.env.GITHUB_WORKSPACE })
  return {
    outputs: validateOutputs(result),
    summary: validateMarkdown(result),
    failure: validateFailure(result, failOn),
  }
})
