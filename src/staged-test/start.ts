import { commandRunner } from '../drivers/command.js'
import { environmentOf } from '../manifest/load.js'
import { UserError } from '../platform/errors.js'
import type { Log } from '../platform/log.js'
import { bash } from '../platform/shell.js'
import { type ReleaseSources, withRelease } from '../release/locate.js'
import { openRelease, type Release } from '../release/open.js'
import type { StagedTestResult } from './result.js'
import { runDown, runStagedTests, type StagedTestRequest, type StagingPorts } from './run.js'

/** What the user asks for, as a command line or an action's inputs hold it. */
export interface StagedTestInputs {
  environment: string
  /** A version, a digest, the path of the archive, or a store's reference. */
  release: string
  digest: string | undefined
}

/** Told what is tested, so that somebody else can end it: the archive lies on this machine then. */
export type HooksOf = (inputs: StagedTestInputs) => Pick<StagingPorts, 'onUp' | 'onDown'>

/**
 * Find and open the release, make the real ports, and test it.
 *
 * @throws UserError for what is wrong with the inputs, the release or its manifest
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

/** Run only the environment's `down`, for a test run that was killed before it could. */
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
      `"${environment}" is blue-green; tests run in an environment that is changed in place.`,
      {
        remedy: 'Name one with strategy: in_place, for example staging.',
      },
    )
  }
  return { environment, settings, release }
}

function realPorts(log: Log): StagingPorts {
  return { shell: bash, runCommand: commandRunner(bash, log), log, processEnv: process.env }
}
