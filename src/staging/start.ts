import { commandRunner } from '../drivers/command.js'
import { environmentOf } from '../manifest/load.js'
import { UserError } from '../platform/errors.js'
import type { Log } from '../platform/log.js'
import { bash } from '../platform/shell.js'
import { openRelease } from '../release/open.js'
import type { StagedTestResult } from './result.js'
import { runDown, runStagedTests, type StagedTestRequest, type StagingPorts } from './run.js'

/** What the user asks for, as a command line or an action's inputs hold it. */
export interface StagedTestInputs {
  environment: string
  /** Path of the archive. */
  release: string
  digest: string | undefined
}

/**
 * Open the release, make the real ports, and test it.
 *
 * @throws UserError for what is wrong with the inputs, the release or its manifest
 */
export async function startStagedTests(
  inputs: StagedTestInputs,
  log: Log,
  signal: AbortSignal,
  hooks: Pick<StagingPorts, 'onUp' | 'onDown'> = {},
): Promise<StagedTestResult> {
  return runStagedTests(await requestOf(inputs, log), { ...realPorts(log), ...hooks }, signal)
}

/** Run only the environment's `down`, for a test run that was killed before it could. */
export async function endEnvironment(inputs: StagedTestInputs, log: Log, signal: AbortSignal): Promise<void> {
  await runDown(await requestOf(inputs, log), realPorts(log), signal)
}

async function requestOf(inputs: StagedTestInputs, log: Log): Promise<StagedTestRequest> {
  const release = await log.step(`Check the release ${inputs.release}`, () =>
    openRelease(inputs.release, inputs.digest),
  )
  const settings = environmentOf(release.settings, inputs.environment)
  if (settings.strategy !== 'in_place') {
    throw new UserError(
      'not_a_test_environment',
      `"${inputs.environment}" is blue-green; tests run in an environment that is changed in place.`,
      {
        remedy: 'Name one with strategy: in_place, for example staging.',
      },
    )
  }
  return { environment: inputs.environment, settings, release }
}

function realPorts(log: Log): StagingPorts {
  return { shell: bash, runCommand: commandRunner(bash, log), log, processEnv: process.env }
}
