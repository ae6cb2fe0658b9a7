import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CommandSettings, InPlaceSettings, TestSettings } from '../../generated/manifest.js'
import { type CommandContext, CommandFailed, type RunCommand } from '../drivers/command.js'
import { deployerOf } from '../drivers/deployers/deployer.js'
import { askUntilGood, ProbeFailed } from '../drivers/probes/ask.js'
import { createProbes } from '../drivers/probes/create.js'
import { Target } from '../drivers/target.js'
import { serviceNeeds, TOGETHER } from '../manifest/services.js'
import { duration, type Variables, variablesOf } from '../manifest/values.js'
import { systemClock } from '../platform/clock.js'
import { messageOf, UserError } from '../platform/errors.js'
import type { Log } from '../platform/log.js'
import type { Shell } from '../platform/shell.js'
import { type Release, unpackRelease } from '../release/open.js'
import type { ServiceRun, StagedTestResult, StageRun, TestRun } from './result.js'
import { stagesOf } from './stages.js'
import { runTest } from './test-command.js'

export interface StagedTestRequest {
  environment: string
  /** The environment, from the manifest in the release. */
  settings: InPlaceSettings
  release: Release
}

export interface StagedTestPorts {
  shell: Shell
  runCommand: RunCommand
  log: Log
  processEnv: Variables
  /** Called before `up` and after `down`, so that another process can run `down` if this one is killed. */
  onUp?: (folder: string) => void
  onDown?: () => void
}

/**
 * Test a release: start the environment, deploy the release, test each service after the services that it needs, then
 * all together. The environment is stopped in any case.
 *
 * @throws UserError `no_tests` when the environment has none
 */
export async function runStagedTests(
  request: StagedTestRequest,
  ports: StagedTestPorts,
  signal: AbortSignal,
): Promise<StagedTestResult> {
  const tests = request.settings.tests ?? {}
  if (Object.keys(tests).length === 0) {
    throw new UserError('no_tests', `The environment "${request.environment}" has no tests.`, {
      remedy: `Add tests by service under environments.${request.environment}.tests in changeover.yml.`,
    })
  }
  return inReleaseFolder(request, ports, (folder) => new StagedTest(request, folder, ports, signal).run())
}

/**
 * Run only the environment's `down`.
 *
 * @throws CommandFailed when it fails
 */
export async function runDown(
  request: StagedTestRequest,
  ports: StagedTestPorts,
  signal: AbortSignal,
): Promise<void> {
  const { down } = request.settings
  if (!down) return
  await inReleaseFolder(request, ports, (folder) =>
    new StagedTest(request, folder, ports, signal).command('down', 'Stop the environment', down),
  )
}

/** Unpack the release into a new folder, so that a report of an earlier run cannot be read by mistake. */
async function inReleaseFolder<T>(
  request: StagedTestRequest,
  ports: StagedTestPorts,
  work: (folder: string) => Promise<T>,
): Promise<T> {
  const root = await mkdtemp(join(tmpdir(), 'changeover-test-'))
  try {
    const folder = join(root, 'release')
    const { version } = request.release.document
    await ports.log.step(`Unpack ${version}`, () => unpackRelease(request.release, folder))
    return await work(folder)
  } finally {
    await rm(root, { recursive: true, force: true })
  }
}

class StagedTest {
  private readonly started = performance.now()
  private readonly variables: Variables
  private readonly stages: StageRun[] = []
  private readonly needs: Map<string, string[]>
  private readonly order: string[][]

  constructor(
    private readonly request: StagedTestRequest,
    private readonly folder: string,
    private readonly ports: StagedTestPorts,
    private readonly signal: AbortSignal,
  ) {
    this.variables = variablesOf(request.settings, undefined, ports.processEnv)
    const services = Object.keys(request.settings.tests ?? {}).filter((name) => name !== TOGETHER)
    const { stages, edges } = stagesOf(services, serviceNeeds(request.release.settings))
    this.order = stages
    this.needs = edges
  }

  async run(): Promise<StagedTestResult> {
    if (this.request.settings.down) this.ports.onUp?.(this.folder)
    let result: StagedTestResult
    let leftover: unknown
    try {
      result = await this.upAndTest()
    } finally {
      leftover = await this.down()
    }
    if (leftover === undefined || result.outcome !== 'passed') return result
    return this.broken(leftover, 'down_failed')
  }

  private async upAndTest(): Promise<StagedTestResult> {
    const { up } = this.request.settings
    try {
      if (up) await this.command('up', 'Start the environment', up)
    } catch (error) {
      return this.broken(error, 'up_failed')
    }
    try {
      await this.deploy()
    } catch (error) {
      return this.broken(error, 'deploy_failed')
    }
    try {
      await this.verify()
    } catch (error) {
      return this.broken(error, 'verify_failed')
    }
    try {
      return await this.testAll()
    } catch (error) {
      return this.broken(error, 'cancelled')
    }
  }

  /** Stop the environment. It ignores the run's signal: the environment is stopped also when the run is cancelled. */
  private async down(): Promise<unknown> {
    const { down } = this.request.settings
    if (!down) return undefined
    try {
      await this.command('down', 'Stop the environment', down, null)
      this.ports.onDown?.()
      return undefined
    } catch (error) {
      this.ports.log.warn(messageOf(error))
      return error
    }
  }

  private async testAll(): Promise<StagedTestResult> {
    for (const [index, services] of this.order.entries()) {
      const stage: StageRun = { stage: index + 1, services: [] }
      this.stages.push(stage)
      for (const service of services) stage.services.push(await this.testService(service))
    }
    const together = this.request.settings.tests?.[TOGETHER]
    if (together) {
      const bad = this.runs().find((run) => run.outcome !== 'passed')
      const run = bad ? blocked(TOGETHER, bad.service) : await this.testWith(TOGETHER, together)
      this.stages.push({ stage: this.order.length + 1, services: [run] })
    }
    const bad = this.runs().filter((run) => run.outcome !== 'passed')
    if (bad.length === 0) return this.result('passed', 'all_passed', `All ${this.runs().length} passed.`)
    const names = bad.map((run) => `${run.service} ${run.outcome}`).join(', ')
    return this.result('failed', 'tests_failed', `Not passed: ${names}.`)
  }

  private async deploy(): Promise<void> {
    const { environment, settings } = this.request
    const deployer = deployerOf(settings)
    if (!deployer) return
    const { release, operation } = this.context('deploy')
    const options = { environment, settings, color: undefined, liveColor: undefined, release, operation }
    const target = new Target(options, this.ports)
    await this.ports.log.step(`Deploy ${release.version} to ${environment}`, () =>
      deployer.deploy(target, this.signal),
    )
  }

  /** Wait until the services are healthy. A test that fails while a service starts says nothing about the release. */
  private async verify(): Promise<void> {
    const probes = createProbes(this.request.settings.verify ?? [], this.context('verify'), this.ports.shell)
    if (probes.length === 0) return
    await this.ports.log.step('Wait until the environment is healthy', () =>
      askUntilGood(probes, systemClock, this.signal),
    )
  }

  private async testService(service: string): Promise<ServiceRun> {
    const bad = (this.needs.get(service) ?? []).find((need) =>
      this.runs().some((run) => run.service === need && run.outcome !== 'passed'),
    )
    return bad === undefined
      ? this.testWith(service, this.request.settings.tests?.[service] ?? [])
      : blocked(service, bad)
  }

  private async testWith(service: string, tests: readonly TestSettings[]): Promise<ServiceRun> {
    const runs: TestRun[] = []
    for (const [index, test] of tests.entries()) {
      const name = test.name ?? (tests.length === 1 ? service : `${service} ${index + 1}`)
      runs.push(
        await this.ports.log.step(`Test ${name}`, () =>
          runTest(test, name, this.context(`test_${service}`), this.ports, this.signal),
        ),
      )
    }
    const passed = runs.every((run) => run.outcome === 'passed')
    return { service, outcome: passed ? 'passed' : 'failed', blocked_by: null, runs }
  }

  async command(
    phase: string,
    title: string,
    command: CommandSettings,
    signal: AbortSignal | null = this.signal,
  ): Promise<void> {
    const timed = { run: command.run, timeoutMs: duration(command.timeout, '30m') }
    await this.ports.log.step(title, () =>
      this.ports.runCommand(`The ${phase} command`, timed, this.context(phase), signal ?? undefined),
    )
  }

  private context(phase: string): CommandContext {
    const { version, digest } = this.request.release.document
    return {
      environment: this.request.environment,
      color: undefined,
      liveColor: undefined,
      release: { version, digest, folder: this.folder },
      phase,
      operation: 'staged-test',
      variables: this.variables,
    }
  }

  private runs(): ServiceRun[] {
    return this.stages.flatMap((stage) => stage.services)
  }

  /** The result of a test that ended early, because it was cancelled or a command failed. Other errors are thrown. */
  private broken(error: unknown, reason: StagedTestResult['reason']): StagedTestResult {
    if (this.signal.aborted) return this.result('failed', 'cancelled', messageOf(error))
    if (error instanceof ProbeFailed) return this.result('failed', reason, error.message)
    if (!(error instanceof CommandFailed)) throw error
    const last = error.tail.length > 0 ? ` Its last output: ${error.tail.slice(-3).join(' / ')}` : ''
    return this.result('failed', reason, `${error.message}${last}`)
  }

  private result(
    outcome: StagedTestResult['outcome'],
    reason: StagedTestResult['reason'],
    message: string,
  ): StagedTestResult {
    const { version, digest } = this.request.release.document
    return {
      schema: 'changeover/test/v1',
      outcome,
      reason,
      message,
      environment: this.request.environment,
      release: { version, digest },
      stages: this.stages,
      needs: Object.fromEntries(this.needs),
      duration_ms: Math.round(performance.now() - this.started),
    }
  }
}

function blocked(service: string, by: string): ServiceRun {
  return { service, outcome: 'blocked', blocked_by: by, runs: [] }
}
