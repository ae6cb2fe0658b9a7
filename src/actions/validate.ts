import type { Inputs } from '../github/action-io.js'
import { validateFailure, validateOutputs } from '../github/ends.js'
import { findInAction } from '../github/findings.js'
import type { ActionContext, ActionEnd } from '../github/run-action.js'
import { SUMMARY_BYTES } from '../github/summary.js'
import { validateMarkdown } from '../report/findings/markdown.js'

export async function validate(
  inputs: Inputs<'validate'>,
  { log, signal }: ActionContext,
): Promise<ActionEnd<'validate'>> {
  const { result, files, about } = await findInAction(inputs, log, { signal })
  return {
    outputs: validateOutputs(result, files),
    summary: validateMarkdown({ ...about, result, limit: SUMMARY_BYTES }),
    failure: validateFailure(result, inputs.failOn),
  }
}
