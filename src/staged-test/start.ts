import { commandRunner } from '../drivers/command.js'
import { environmentOf } from '../manifest/load.js'
import { UserError } from '../platform/errors.js'
import type { Log } from '../platform/log.js'
import { bash } from '../platform/shell.js'
import { type ReleaseSources, withRelease } from '../release/locate.js'
import { openRelease, type Release } from '../release/open.js'
import type { StagedTestResult } from './result.js'
import { runDown, runStagedTests, type StagedTestPorts, type StagedTestRequest } from './run.js'

/** The inputs of a command line or an action. */
export interface StagedTestInputs {
  environment: string
  /** A version, a digest, the path of the archive, or a reference to a store. */
  release: string
  digest: string | undefined
}

/** Hooks for a test: its inputs are enough to stop the environment later. The archive is on this machine. */
export type HooksOf = (inputs: StagedTestInputs) => Pick<StagedTestPorts, 'onUp' | 'onDown'>

/**
 * Find the release, open it, and test it.
 *
 * @throws UserError when the inputs, the release or its manifest are invalid
 */
export async function startStagedTests(
  inputs: StagedTestInputs,
  sources: ReleaseSources,
  log: Log,
  signal: AbortSignal,
  hooksOf: HooksOf = () => ({}),
): Promise<StagedTestResult> {
  return withRelease(inputs, sources, { log, signal }, (release) => {
    const { environment } = inputs
    const hooks = hooksOf({ environment, release: release.path, digest: release.document.digest })
    return runStagedTests(requestOf(environment, release), { ...realPorts(log), ...hooks }, signal)
  })
}

/** Run only `down` of the environment, for a test that was killed before it could. */
export async function endEnvironment(inputs: StagedTestInputs, log: Log, signal: AbortSignal): Promise<void> {
  const { environment, digest } = inputs
  const release = await log.step(`Check the release ${inputs.release}`, () =>
    openRelease(inputs.release, digest),
  )
  await runDown(requestOf(environment, release), realPorts(log), signal)
}

function requestOf(environment: string, release: Release): StagedTestRequest {
  const settings = environmentOf(release.settings, environment)
  if (settings.strategy !== 'in_place') {
    throw new UserError(
      'not_a_test_environment',
      `The environment "${environment}" has the strategy blue_green; staged tests need in_place.`,
      {
        remedy: 'Name an environment with strategy: in_place, for example staging.',
      },
    )
  }
  return { environment, settings, release }
}

function realPorts(log: Log): StagedTestPorts {
  return { shell: bash, runCommand: commandRunner(bash, log), log, processEnv: process.env }
}
