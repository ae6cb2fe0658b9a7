import { type ChildProcess, spawn } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { load } from 'js-yaml'
import { parseCommandFile } from './command-files.js'
import { parseWorkflowCommands, type WorkflowCommand } from './workflow-commands.js'

export interface StepOptions {
  /** The folder with the action.yml. */
  action: string
  /** What stands under `with`. */
  inputs?: Record<string, string>
  /** GITHUB_WORKSPACE, and the folder that the step runs in. */
  workspace: string
  /** Added to the small, clean environment of the step. HOME and RUNNER_TEMP are otherwise new and removed afterwards. */
  env?: Record<string, string>
  /** Milliseconds until a step that does not end is killed and the test fails. */
  timeoutMs?: number
  /** Milliseconds from SIGINT to SIGTERM and from there to SIGKILL. */
  graceMs?: { terminate: number; kill: number }
}

/** How one process of an action ended. */
export interface StepResult {
  /** `null` when a signal killed it. */
  exitCode: number | null
  signal: NodeJS.Signals | null
  stdout: string
  stderr: string
  outputs: Record<string, string>
  /** Variables for the steps that follow. */
  env: Record<string, string>
  path: string[]
  /** What the post step will find. */
  state: Record<string, string>
  summary: string
  commands: WorkflowCommand[]
}

export interface ActionResult extends StepResult {
  /** The post step, when the action has one and its `post-if` holds. */
  post: StepResult | null
}

/** An action under way. */
export interface RunningAction {
  ended: Promise<ActionResult>
  /** Everything that the main step has printed until now. */
  output(): string
  /** What the runner does when somebody cancels the job: SIGINT, later SIGTERM, at last SIGKILL. */
  cancel(): void
  /** Kill the main process without a warning, as a machine that is out of memory does. */
  kill(): void
}

interface ActionFile {
  inputs?: Record<string, { required?: boolean; default?: unknown }>
  runs: { using: string; main: string; post?: string; 'post-if'?: string }
}

const NODE = resolve('node_modules/node/bin/node')
/** What GitHub's runner gives a step: 7.5 s for SIGINT, 2.5 s more for SIGTERM. */
const GRACE = { terminate: 7_500, kill: 2_500 }

/** Run a built action as the runner does, to its end, its post step included. */
export async function runAction(options: StepOptions): Promise<ActionResult> {
  return (await startAction(options)).ended
}

/** As {@link runAction}, for tests that cancel. */
export async function startAction(options: StepOptions): Promise<RunningAction> {
  const { inputs: declared = {}, runs } = load(
    await readFile(join(options.action, 'action.yml'), 'utf8'),
  ) as ActionFile
  if (runs.using !== 'node24') throw new Error(`The rig runs node24, not ${runs.using}.`)
  const inputs = inputVariables(declared, options.inputs ?? {})
  const job = await mkdtemp(join(tmpdir(), 'changeover-job-'))
  for (const name of ['temp', 'home']) await mkdir(join(job, name))
  const env = { ...inputs, HOME: join(job, 'home'), RUNNER_TEMP: join(job, 'temp') }
  const main = await Step.start(resolve(options.action, runs.main), env, options)
  const ended = endWithPost(main, runs, env, options).finally(() => rm(job, { recursive: true, force: true }))
  return { output: () => main.output(), cancel: () => main.cancel(), kill: () => main.kill(), ended }
}

async function endWithPost(
  main: Step,
  runs: ActionFile['runs'],
  env: Record<string, string>,
  options: StepOptions,
): Promise<ActionResult> {
  const result = await main.ended
  if (runs.post === undefined || !postApplies(runs['post-if'], result)) return { ...result, post: null }
  const state = Object.entries(result.state).map(([name, value]) => [`STATE_${name}`, value])
  const post = await Step.start(
    resolve(options.action, runs.post),
    { ...env, ...Object.fromEntries(state) },
    options,
  )
  return { ...result, post: await post.ended }
}

function postApplies(condition: string | undefined, { exitCode }: StepResult): boolean {
  if (condition === undefined || condition === 'always()') return true
  if (condition === 'success()') return exitCode === 0
  if (condition === 'failure()') return exitCode !== 0
  throw new Error(`The rig does not know post-if: ${condition}`)
}

/** Blanks in a name become underscores, letters capitals; dashes stay. */
function inputVariables(
  declared: NonNullable<ActionFile['inputs']>,
  given: Record<string, string>,
): Record<string, string> {
  const unexpected = Object.keys(given).filter((name) => !(name in declared))
  if (unexpected.length > 0) throw new Error(`Unexpected input(s): ${unexpected.join(', ')}`)
  const variable = (name: string) => `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`
  return Object.fromEntries(
    Object.entries(declared).map(([name, input]) => [
      variable(name),
      given[name] ?? String(input.default ?? ''),
    ]),
  )
}

const FILES = ['OUTPUT', 'ENV', 'STATE', 'STEP_SUMMARY', 'PATH'] as const

/** One process of an action, with the files that it tells the runner things through. */
class Step {
  readonly ended: Promise<StepResult>
  private readonly stdout: Buffer[] = []
  private readonly stderr: Buffer[] = []
  private readonly timers: NodeJS.Timeout[] = []

  private constructor(
    private readonly child: ChildProcess,
    private readonly folder: string,
    private readonly options: StepOptions,
  ) {
    child.stdout?.on('data', (chunk: Buffer) => this.stdout.push(chunk))
    child.stderr?.on('data', (chunk: Buffer) => this.stderr.push(chunk))
    this.ended = this.end()
  }

  static async start(script: string, env: Record<string, string>, options: StepOptions): Promise<Step> {
    const folder = await mkdtemp(join(tmpdir(), 'changeover-runner-'))
    await Promise.all(FILES.map((name) => writeFile(join(folder, name), '')))
    const files = FILES.map((name) => [`GITHUB_${name}`, join(folder, name)])
    const child = spawn(NODE, [script], {
      cwd: options.workspace,
      detached: true, // its own process group, so that the last signal reaches all of it
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: process.env.PATH,
        LANG: 'C.UTF-8',
        CI: 'true',
        GITHUB_ACTIONS: 'true',
        GITHUB_WORKSPACE: options.workspace,
        RUNNER_OS: 'Linux',
        ...Object.fromEntries(files),
        ...env,
        ...options.env,
      },
    })
    return new Step(child, folder, options)
  }

  output(): string {
    return Buffer.concat(this.stdout).toString('utf8')
  }

  cancel(): void {
    const { terminate, kill } = this.options.graceMs ?? GRACE
    this.child.kill('SIGINT')
    this.later(terminate, () => this.child.kill('SIGTERM'))
    this.later(terminate + kill, () => this.killAll())
  }

  kill(): void {
    this.child.kill('SIGKILL')
  }

  private async end(): Promise<StepResult> {
    const timeoutMs = this.options.timeoutMs ?? 60_000
    let late = false
    this.later(timeoutMs, () => {
      late = true
      this.killAll()
    })
    try {
      const { exitCode, signal } = await this.closed()
      if (late) {
        throw new Error(`The step did not end within ${timeoutMs} ms. It printed:\n${this.output()}`)
      }
      return await this.result(exitCode, signal)
    } finally {
      for (const timer of this.timers) clearTimeout(timer)
      await rm(this.folder, { recursive: true, force: true })
    }
  }

  private closed(): Promise<Pick<StepResult, 'exitCode' | 'signal'>> {
    return new Promise((resolve, reject) => {
      this.child.once('error', reject)
      this.child.once('close', (exitCode, signal) => resolve({ exitCode, signal }))
    })
  }

  private async result(exitCode: number | null, signal: NodeJS.Signals | null): Promise<StepResult> {
    const [output = '', env = '', state = '', summary = '', path = ''] = await Promise.all(
      FILES.map((name) => readFile(join(this.folder, name), 'utf8')),
    )
    const stdout = this.output()
    return {
      exitCode,
      signal,
      stdout,
      stderr: Buffer.concat(this.stderr).toString('utf8'),
      outputs: parseCommandFile(output),
      env: parseCommandFile(env),
      path: path.split('\n').filter(Boolean),
      state: parseCommandFile(state),
      summary,
      commands: parseWorkflowCommands(stdout),
    }
  }

  private later(ms: number, work: () => void): void {
    this.timers.push(setTimeout(work, ms))
  }

  private killAll(): void {
    const { pid } = this.child
    if (pid === undefined) return
    try {
      process.kill(-pid, 'SIGKILL')
    } catch {
      // all of it has ended already
    }
  }
}
