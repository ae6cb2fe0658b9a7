import { gitHubWith } from '../github/client.js'
import type { FindingsEnd, FindingsFiles } from '../github/findings.js'
import { runAction } from '../github/run-action.js'
import type { LifecycleParts } from '../report/markdown.js'

// The whole way in one step: each part runs only when the one before it was good.
await runAction('lifecycle', async (inputs, { log, signal }) => {
  const startedOn = new Date()
  const ends = await import('../github/ends.js')
  const { lifecycleMarkdown } = await import('../report/markdown.js')
  const { SUMMARY_BYTES } = await import('../github/summary.js')
  const { path: folder, failOn, version, testEnvironment, environment, until, takeOver, remote } = inputs
  const { token, wait } = inputs
  const parts: LifecycleParts = { validate: null, package: null, staged_test: null, operation: null }
  let about: FindingsEnd['about'] = {}
  let files: Partial<FindingsFiles> = {}
  const end = (last: { outcome: string; reason: string }, failure?: string) => ({
    outputs: {
      ...files,
      ...(parts.package ? ends.packageOutputs(parts.package) : {}),
      ...(parts.operation ? ends.operationOutputs(parts.operation) : {}),
      outcome: last.outcome,
      reason: last.reason,
      result: JSON.stringify({
        schema: 'changeover/lifecycle/v1',
        outcome: last.outcome,
        reason: last.reason,
        ...parts,
      }),
    },
    summary: lifecycleMarkdown(parts, about),
    failure,
  })

  const { findInAction } = await import('../github/findings.js')
  const found = await findInAction(inputs, log, { signal })
  parts.validate = found.result
  about = { ...found.about, limit: SUMMARY_BYTES / 2 }
  files = found.files
  const invalid = ends.validateFailure(found.result, failOn)
  if (invalid !== undefined) return end(found.result, invalid)

  const { buildRelease } = await import('../release/build.js')
  const { validateCommit } = await import('../lint/engine/compare/validate-commit.js')
  const { defaultOutput } = await import('../github/stores.js')
  const named = version === undefined ? {} : { version }
  const built = await log.step('Package the release', () =>
    buildRelease({ folder, output: defaultOutput(), check: validateCommit, tolerateErrors: true, ...named }),
  )
  const { proveRelease, trustOf } = await import('../github/provenance.js')
  const packaged = await proveRelease(built, inputs, startedOn, log)
  parts.package = packaged
  const { path: release, digest } = packaged
  const { releaseSources } = await import('../github/stores.js')
  const sources = releaseSources(folder, inputs)

  if (testEnvironment !== undefined) {
    const { startStagedTests } = await import('../staged-test/start.js')
    const { downHooks } = await import('../github/action-io.js')
    const test = { environment: testEnvironment, release, digest }
    parts.staged_test = await startStagedTests(test, sources, log, signal, downHooks)
    const failure = ends.stagedTestFailure(parts.staged_test)
    if (failure !== undefined) return end(parts.staged_test, failure)
  }
  if (inputs.store !== undefined) {
    const { keepInStore } = await import('../github/stores.js')
    parts.package = await keepInStore(packaged, inputs.store, inputs, log, signal)
  }
  if (environment === undefined) return end({ outcome: 'passed', reason: 'completed' })
  const { startDeploy } = await import('../deploy/operations/start.js')
  const operation = await startDeploy(
    {
      folder,
      environment,
      release,
      digest,
      until,
      takeOver,
      wait,
      remote,
      token,
      gitHub: gitHubWith(token),
      trust: trustOf(inputs),
    },
    sources,
    log,
    signal,
  )
  parts.operation = operation
  return end(operation, ends.operationFailure(operation))
})
