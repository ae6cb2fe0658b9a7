import { spawn } from 'node:child_process'
import { styleText } from 'node:util'
import type { OperationResult } from '../../deploy/operations/result.js'
import { sourceLines } from '../../lint/engine/files/source-lines.js'
import type { ValidateResult } from '../../lint/engine/finding.js'
import { Cancelled, messageOf, UserError } from '../../platform/errors.js'
import { askHttp } from '../../platform/http.js'
import type { PackageResult } from '../../release/result.js'
import { validateText } from '../../report/findings/text.js'
import { operationText } from '../../report/operation/text.js'
import { packageText } from '../../report/release/text.js'
import { stagedTestText } from '../../report/staged-test/text.js'
import { table } from '../../report/text.js'
import type { StagedTestResult } from '../../staged-test/result.js'
import { textOptions } from '../run.js'
import { Workspace } from './workspace.js'

export interface DemoOptions {
  router: 'local' | 'haproxy'
  keep: boolean
}

interface Step {
  title: string
  outcome: string
  ms: number
  passed: boolean
}

/** Run the demo. @returns whether every step did what it should */
export async function runDemo(options: DemoOptions): Promise<boolean> {
  const workspace = await Workspace.create()
  const demo = new Demo(workspace, options)
  const stop = new AbortController()
  const onSignal = (name: NodeJS.Signals) => stop.abort(new Cancelled(name))
  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)
  try {
    await demo.run(stop.signal)
  } catch (error) {
    if (!stop.signal.aborted && !(error instanceof StepFailed)) throw error
    process.stdout.write(`\n${stop.signal.aborted ? 'Stopped.' : messageOf(error)}\n`)
  } finally {
    await demo.cleanUp()
    process.off('SIGINT', onSignal)
    process.off('SIGTERM', onSignal)
  }
  demo.printSteps()
  return !stop.signal.aborted && demo.passed
}

class StepFailed extends Error {}

class Demo {
  private readonly steps: Step[] = []
  private finished = false
  private readonly environment: 'laptop' | 'lab'
  private readonly text = textOptions()

  constructor(
    private readonly workspace: Workspace,
    private readonly options: DemoOptions,
  ) {
    this.environment = options.router === 'haproxy' ? 'lab' : 'laptop'
  }

  get passed(): boolean {
    return this.finished && this.steps.every((step) => step.passed)
  }

  async run(signal: AbortSignal): Promise<void> {
    const { workspace, environment } = this
    this.say(`A repository with OpenStack definitions: ${workspace.repository}`)
    if (this.options.router === 'haproxy') await this.startHaproxy()

    this.heading('A pull request with errors')
    await workspace.checkOutBrokenChange()
    await this.step(
      'validate a change with errors',
      signal,
      ['validate', '.'],
      1,
      async (result: ValidateResult) => {
        const lines = await sourceLines(workspace.repository, result.findings)
        this.say(validateText({ result, lines }, this.text))
        this.expect(
          result.outcome === 'failed' && result.findings.some((finding) => finding.severity === 'error'),
          'validate found no error',
        )
        return `${result.findings.length} findings`
      },
    )
    await workspace.checkOutMain()
    this.say('The same command on the main branch, without the errors:')
    await this.step('validate the main branch', signal, ['validate', '.'], 0, (result: ValidateResult) => {
      this.say(validateText({ result }, this.text))
      return result.reason
    })

    this.heading('Two releases')
    await workspace.makeReleasesFolder()
    const first = await this.package('1.0.0', signal)
    await workspace.commitChange()
    const second = await this.package('2.0.0', signal)
    this.expect(first.digest !== second.digest, 'both releases have the same digest')

    this.heading('Staged tests of version 2')
    const test = [
      'staged-test',
      '--environment',
      'staging',
      '--release',
      second.path,
      '--digest',
      second.digest,
    ]
    await this.step('staged tests', signal, test, 0, (result: StagedTestResult) => {
      this.say(stagedTestText(result, this.text))
      return result.reason
    })

    this.heading('Deploy version 1')
    await this.deploy(first, signal)
    this.heading('Change over to version 2, while a client sends requests')
    await this.deploy(second, signal)
    this.heading('Roll back')
    const rollback = ['rollback', '--environment', environment]
    await this.step('roll back', signal, rollback, 0, (result: OperationResult) =>
      this.judge(result, 'restored', true),
    )
    await this.expectServed('1.0.0')

    this.heading(`The ledger: git log refs/changeover/${environment}`)
    this.say(
      await workspace.git(
        'log',
        '--format=%h  %ad  %s',
        '--date=format:%H:%M:%S',
        `refs/changeover/${environment}`,
      ),
    )
    this.finished = true
  }

  private async package(version: string, signal: AbortSignal): Promise<PackageResult> {
    const { releases } = this.workspace
    let made: PackageResult | undefined
    await this.step(
      `package ${version}`,
      signal,
      ['package', '--version', version, '--output', releases],
      0,
      (result: PackageResult) => {
        this.say(packageText(result, this.text))
        made = result
        return result.outcome
      },
    )
    if (!made) throw new StepFailed(`package ${version} printed no result`)
    return made
  }

  private async deploy(release: PackageResult, signal: AbortSignal): Promise<void> {
    const args = [
      'deploy',
      '--environment',
      this.environment,
      '--release',
      release.path,
      '--digest',
      release.digest,
    ]
    const first = release.version === '1.0.0'
    await this.step(`deploy ${release.version}`, signal, args, 0, (result: OperationResult) =>
      this.judge(result, 'promoted', !first),
    )
    await this.expectServed(release.version)
  }

  private judge(result: OperationResult, outcome: OperationResult['outcome'], hasTraffic: boolean): string {
    this.say(operationText(result, this.text))
    const { sent = 0, failed = 0 } = result.monitor ?? {}
    this.expect(result.outcome === outcome, `the outcome is ${result.outcome}, expected ${outcome}`)
    this.expect(sent > 0, 'the monitor sent no requests')
    this.expect(failed === 0, `${failed} of ${sent} requests failed`)
    const shifted = hasTraffic && result.shift_ms !== null ? `, shifted in ${result.shift_ms} ms` : ''
    return `${result.outcome}, ${failed} of ${sent} requests failed${shifted}`
  }

  /** Send a request to the live endpoint, and require an answer of this version. */
  private async expectServed(version: string): Promise<void> {
    const started = performance.now()
    const { headers } = await askHttp({ url: this.workspace.liveUrl, timeoutMs: 5_000 })
    const served = headers['x-release'] ?? 'nothing'
    this.record(`requests are answered by ${version}`, started, `x-release: ${served}`, served === version)
    if (served !== version) throw new StepFailed(`requests are answered by ${served}, not by ${version}`)
  }

  /** Run one command of this CLI, and require its exit status and its result. */
  private async step<Result>(
    title: string,
    signal: AbortSignal,
    args: string[],
    exitCode: number,
    judge: (result: Result) => string | Promise<string>,
  ): Promise<void> {
    const started = performance.now()
    const shown = args.map((arg) =>
      arg.replace(`${this.workspace.root}/`, '').replace(/^(sha256:.{8}).*/, '$1…'),
    )
    this.say(this.style('dim', `$ changeover ${shown.join(' ')}`))
    try {
      const run = await this.changeover([...args, '--format', 'json'], signal)
      const result = JSON.parse(run.stdout || '{}') as Result & { code?: string; message?: string }
      if (result.code !== undefined) throw new StepFailed(`${result.code}: ${result.message}`)
      const outcome = await judge(result)
      this.expect(run.exitCode === exitCode, `the exit status is ${run.exitCode}, expected ${exitCode}`)
      this.record(title, started, outcome, true)
    } catch (error) {
      this.record(title, started, messageOf(error), false)
      throw error instanceof StepFailed ? error : new StepFailed(messageOf(error))
    }
  }

  private async changeover(
    args: string[],
    signal: AbortSignal,
  ): Promise<{ exitCode: number | null; stdout: string }> {
    signal.throwIfAborted()
    const script = process.argv[1] ?? ''
    const child = spawn(process.execPath, [script, ...args], {
      cwd: this.workspace.repository,
      env: { ...process.env, ...this.workspace.env },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    // Ctrl-C on a terminal reaches the child as well, a SIGTERM to the demo does not
    const onAbort = () => child.kill('SIGTERM')
    signal.addEventListener('abort', onAbort, { once: true })
    let stdout = ''
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      stdout += chunk
    })
    try {
      const exitCode = await new Promise<number | null>((resolve, reject) => {
        child.on('error', reject)
        child.on('close', resolve)
      })
      signal.throwIfAborted()
      return { exitCode, stdout }
    } finally {
      signal.removeEventListener('abort', onAbort)
    }
  }

  private async startHaproxy(): Promise<void> {
    const lines = await this.workspace.script('./lab/up.sh', 'lab').catch((error: unknown) => {
      throw error instanceof UserError && /needs HAProxy/.test(error.message)
        ? new UserError('haproxy_missing', 'HAProxy is not installed on this machine.', {
            remedy: 'Install it (Debian: apt-get install haproxy), or use --router local.',
          })
        : error
    })
    for (const line of lines) {
      const [, name, value] = /^export (\w+)=(.*)$/.exec(line) ?? []
      if (name && value) this.workspace.env[name] = value
    }
  }

  /** Stop everything that was started (stand-ins, router, HAProxy), and remove the folder. */
  async cleanUp(): Promise<void> {
    const { workspace, environment } = this
    const endings: [string, () => Promise<unknown>][] = [
      [
        'the router',
        () => this.changeover(['router', 'stop', '--environment', environment], new AbortController().signal),
      ],
      ['the stand-ins', () => workspace.script('./stand-ins/stop.sh', environment)],
      ['staging', () => workspace.script('./staging/down.sh', 'staging')],
    ]
    if (environment === 'lab') endings[0] = ['HAProxy', () => workspace.script('./lab/down.sh', 'lab')]
    for (const [what, end] of endings) {
      await end().catch((error: unknown) => {
        this.record(`stop ${what}`, performance.now(), messageOf(error), false)
      })
    }
    if (this.options.keep) this.say(`Kept: ${workspace.root}`)
    else await workspace.remove()
  }

  printSteps(): void {
    const rows = this.steps.map(({ title, ms, outcome, passed }) => {
      const mark = passed ? this.style('green', '✔') : this.style('red', '✖')
      return [`${mark} ${title}`, `${(ms / 1000).toFixed(1)} s`, outcome]
    })
    this.heading('Summary')
    this.say(table(['step', 'time', 'outcome'], rows))
  }

  private record(title: string, started: number, outcome: string, passed: boolean): void {
    this.steps.push({ title, outcome, ms: performance.now() - started, passed })
  }

  private expect(isMet: boolean, why: string): void {
    if (!isMet) throw new StepFailed(why)
  }

  private heading(text: string): void {
    this.say(`\n${this.style('bold', `── ${text} ──`)}`)
  }

  private say(text: string): void {
    process.stdout.write(`${text.trimEnd()}\n`)
  }

  private style(format: 'bold' | 'dim' | 'green' | 'red', text: string): string {
    return this.text.color ? styleText(format, text, { validateStream: false }) : text
  }
}
