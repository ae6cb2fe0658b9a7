import { startDeploy } from '../deploy/operations/start.js'
import { downHooks, type Inputs, type Outputs } from '../github/action-io.js'
import { gitHubWith } from '../github/client.js'
import {
  operationFailure,
  operationOutputs,
  packageOutputs,
  stagedTestFailure,
  validateFailure,
} from '../github/ends.js'
import { findInAction } from '../github/findings.js'
import { proveRelease, trustOf } from '../github/provenance.js'
import type { ActionContext, ActionEnd } from '../github/run-action.js'
import { defaultOutput, keepInStore, releaseSources } from '../github/stores.js'
import { SUMMARY_BYTES } from '../github/summary.js'
import { validateCommit } from '../lint/engine/compare/validate-commit.js'
import { buildRelease } from '../release/build.js'
import type { PackageResult } from '../release/result.js'
import { type LifecycleParts, lifecycleMarkdown } from '../report/lifecycle.js'
import { startStagedTests } from '../staged-test/start.js'

/** All of it in one step. Each part runs only when the one before it succeeded. */
export async function lifecycle(
  inputs: Inputs<'lifecycle'>,
  context: ActionContext,
): Promise<ActionEnd<'lifecycle'>> {
  const { log, signal } = context
  const parts: LifecycleParts = { validate: null, package: null, staged_test: null, operation: null }
  const { result: validated, files, about } = await findInAction(inputs, log, { signal })
  parts.validate = validated
  const end = (last: { outcome: string; reason: string }, failure?: string): ActionEnd<'lifecycle'> => ({
    outputs: { ...files, ...outputsOf(parts, last) },
    summary: lifecycleMarkdown(parts, { ...about, limit: SUMMARY_BYTES / 2 }),
    failure,
  })
  const invalid = validateFailure(validated, inputs.failOn)
  if (invalid !== undefined) return end(validated, invalid)

  const packaged = await packaging(inputs, context)
  parts.package = packaged
  if (inputs.testEnvironment !== undefined) {
    parts.staged_test = await testing(inputs.testEnvironment, packaged, inputs, context)
    const failure = stagedTestFailure(parts.staged_test)
    if (failure !== undefined) return end(parts.staged_test, failure)
  }
  if (inputs.store !== undefined) {
    parts.package = await keepInStore(packaged, inputs.store, inputs, log, signal)
  }
  if (inputs.environment === undefined) return end({ outcome: 'passed', reason: 'completed' })
  parts.operation = await deploying(inputs.environment, packaged, inputs, context)
  return end(parts.operation, operationFailure(parts.operation))
}

function outputsOf(
  parts: LifecycleParts,
  { outcome, reason }: { outcome: string; reason: string },
): Outputs<'lifecycle'> {
  return {
    ...(parts.package ? packageOutputs(parts.package) : {}),
    ...(parts.operation ? operationOutputs(parts.operation) : {}),
    outcome,
    reason,
    result: JSON.stringify({ schema: 'changeover/lifecycle/v1', outcome, reason, ...parts }),
  }
}

async function packaging(inputs: Inputs<'lifecycle'>, { log }: ActionContext): Promise<PackageResult> {
  const startedOn = new Date()
  const { path: folder, version } = inputs
  const named = version === undefined ? {} : { version }
  const built = await log.step('Package the release', () =>
    buildRelease({ folder, output: defaultOutput(), check: validateCommit, tolerateErrors: true, ...named }),
  )
  return proveRelease(built, inputs, startedOn, log)
}

function testing(
  environment: string,
  { path: release, digest }: PackageResult,
  inputs: Inputs<'lifecycle'>,
  { log, signal }: ActionContext,
) {
  const sources = releaseSources(inputs.path, inputs)
  return startStagedTests({ environment, release, digest }, sources, log, signal, downHooks)
}

function deploying(
  environment: string,
  { path: release, digest }: PackageResult,
  inputs: Inputs<'lifecycle'>,
  { log, signal }: ActionContext,
) {
  const { path: folder, until, takeOver, wait, remote, token } = inputs
  const [gitHub, trust] = [gitHubWith(token), trustOf(inputs)]
  const request = {
    ...{ folder, environment, release, digest, until, takeOver, wait, remote, token },
    ...{ gitHub, trust },
  }
  return startDeploy(request, releaseSources(folder, inputs), log, signal)
}
