import { runAction } from '../github/run-action.js'
import { expectShortRun } from '../platform/short-run.js'

await runAction('validate', async (inputs, { log, signal }) => {
  expectShortRun()
  const { findInAction } = await import('../github/findings.js')
  const { validateFailure, validateOutputs } = await import('../github/ends.js')
  const { SUMMARY_BYTES } = await import('../github/summary.js')
  const { validateMarkdown } = await import('../report/findings-markdown.js')
  const { result, files, about } = await findInAction(inputs, log, { signal })
  return {
    outputs: validateOutputs(result, files),
    summary: validateMarkdown({ ...about, result, limit: SUMMARY_BYTES }),
    failure: validateFailure(result, inputs.failOn),
  }
})
