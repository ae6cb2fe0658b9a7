import { spawn } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { ActionName } from '../../src/github/action-io.js'
import { askHttp } from '../../src/platform/http.js'
import { freePorts } from '../integration/examples/region-one.js'
import {
  type ActionResult,
  type RunningAction,
  runAction,
  type StepOptions,
  startAction,
} from '../rig/runner.js'
import { commitAll, type FileSpec, testGit, writeFiles } from '../support/repository.js'

/** The Node that actions run on; the command line also runs on the one in the PATH. */
export const NODE = resolve('node_modules/node/bin/node')
/** Another build can be tested in its place. */
const CLI = resolve(process.env.CHANGEOVER_TEST_CLI ?? 'dist/cli.js')
const EXAMPLE = resolve('examples/region-one')

export interface CliResult {
  exitCode: number | null
  stdout: string
  stderr: string
}

/** A command of the built CLI under way. */
export interface RunningCli {
  pid: number
  ended: Promise<CliResult>
  /** What it has printed on stderr until now. */
  progress(): string
}

interface CliOptions {
  cwd?: string
  env?: Record<string, string>
  node?: string
}

/**
 * A temporary folder with a Git repository, with all that its commands need to run beside others, and what ships
 * run on it: the built actions and the built command line. Nothing of it reaches beyond the folder.
 */
export class Site {
  private constructor(
    readonly root: string,
    readonly repository: string,
    readonly env: Record<string, string>,
  ) {}

  /** The example region-one; `edits` replace texts in its changeover.yml. */
  static async regionOne(edits: readonly [string, string][] = []): Promise<Site> {
    const site = await Site.make()
    await cp(EXAMPLE, site.repository, { recursive: true })
    // a busy machine answers late
    const patience: [string, string] = ['rate: 50, error_budget', 'rate: 50, timeout: 30s, error_budget']
    await site.edit('changeover.yml', [['bake: { for: 2s }', 'bake: { for: 400ms }'], patience, ...edits])
    await site.init()
    return site
  }

  /** A repository of a test's own files. */
  static async of(files: Record<string, FileSpec>): Promise<Site> {
    const site = await Site.make()
    await writeFiles(site.repository, files)
    await site.init()
    return site
  }

  private static async make(): Promise<Site> {
    // short: the path of the local router's control socket has a limit
    const root = await realpath(await mkdtemp(join(tmpdir(), 'co-')))
    for (const name of ['t', 'home', 'repository']) await mkdir(join(root, name))
    const ports = await freePorts(
      ...['KEYSTONE', 'GLANCE', 'BLUE_KEYSTONE', 'BLUE_GLANCE', 'GREEN_KEYSTONE', 'GREEN_GLANCE'].map(
        portName,
      ),
      ...['STAGING_KEYSTONE', 'STAGING_GLANCE', 'STAGING_PLACEMENT'].map(portName),
    )
    return new Site(root, join(root, 'repository'), {
      ...ports,
      HOME: join(root, 'home'),
      TMPDIR: join(root, 't'),
      RUNNER_TEMP: join(root, 'runner'),
      CHANGEOVER_STATE_DIR: join(root, 'state'),
      REGION_ONE_RUN_DIR: join(root, 'run'),
      GIT_CONFIG_NOSYSTEM: '1',
    })
  }

  private async init(): Promise<void> {
    await testGit(this.repository, 'init', '--quiet', '--initial-branch=main')
    await this.commit('first')
  }

  get liveUrl(): string {
    return `http://127.0.0.1:${this.env.REGION_ONE_KEYSTONE_PORT}/v3`
  }

  commit(message: string): Promise<void> {
    return commitAll(this.repository, message)
  }

  write(path: string, text: string): Promise<void> {
    return writeFile(join(this.repository, path), text)
  }

  /** Replace texts of a file; each must be there. */
  async edit(path: string, edits: readonly [string, string][]): Promise<void> {
    const file = join(this.repository, path)
    let text = await readFile(file, 'utf8')
    for (const [from, to] of edits) {
      if (!text.includes(from)) throw new Error(`${path} holds no ${JSON.stringify(from)}`)
      text = text.replace(from, () => to)
    }
    await writeFile(file, text)
  }

  /** Package the repository with the built CLI. @returns path and digest of the archive */
  async package(version: string): Promise<{ path: string; digest: string }> {
    const output = join(this.root, 'releases')
    const result = await this.json('package', '--version', version, '--output', output)
    return { path: String(result.path), digest: String(result.digest) }
  }

  /** Run the built CLI in the repository. */
  async cli(args: readonly string[], options: CliOptions = {}): Promise<CliResult> {
    return this.startCli(args, options).ended
  }

  /** As {@link cli}, for one that must end well: its JSON document. */
  async json(...args: string[]): Promise<Record<string, unknown>> {
    const { exitCode, stdout, stderr } = await this.cli([...args, '--format', 'json'])
    if (exitCode !== 0)
      throw new Error(`changeover ${args.join(' ')} ended with ${exitCode}:\n${stdout}${stderr}`)
    return JSON.parse(stdout)
  }

  startCli(
    args: readonly string[],
    { cwd = this.repository, env = {}, node = NODE }: CliOptions = {},
  ): RunningCli {
    const child = spawn(node, [CLI, ...args], {
      cwd,
      env: { PATH: process.env.PATH, LANG: 'C.UTF-8', ...this.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let stdout = ''
    let stderr = ''
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      stdout += chunk
    })
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      stderr += chunk
    })
    const ended = new Promise<CliResult>((done, reject) => {
      child.once('error', reject)
      child.once('close', (exitCode) => done({ exitCode, stdout, stderr }))
    })
    return { pid: child.pid ?? 0, ended, progress: () => stderr }
  }

  /** Run a built action as the runner does. */
  action(
    name: ActionName,
    inputs: Record<string, string> = {},
    more: Partial<StepOptions> = {},
  ): Promise<ActionResult> {
    return runAction(this.step(name, inputs, more))
  }

  startAction(
    name: ActionName,
    inputs: Record<string, string> = {},
    more: Partial<StepOptions> = {},
  ): Promise<RunningAction> {
    return startAction(this.step(name, inputs, more))
  }

  private step(name: ActionName, inputs: Record<string, string>, more: Partial<StepOptions>): StepOptions {
    const action = name === 'lifecycle' ? resolve('.') : resolve('actions', name)
    return { action, inputs, workspace: this.repository, ...more, env: { ...this.env, ...more.env } }
  }

  /** The version that a user is served, or why none. */
  async served(): Promise<string> {
    try {
      // on a connection of its own: one that is kept would stay with its color
      const { headers } = await askHttp({ url: this.liveUrl, timeoutMs: 30_000 })
      return String(headers['x-release'] ?? 'no version')
    } catch {
      return 'nothing'
    }
  }

  /** Command lines of all processes that work for this site, by their ids: those that name its folder anywhere. */
  async processes(): Promise<Map<number, string>> {
    const found = new Map<number, string>()
    for (const entry of await readdir('/proc')) {
      if (!/^\d+$/.test(entry) || Number(entry) === process.pid) continue
      const [command, environment] = await Promise.all(
        ['cmdline', 'environ'].map((file) => readFile(`/proc/${entry}/${file}`, 'utf8').catch(() => '')),
      )
      if (`${command}${environment}`.includes(`${this.root}/`)) {
        found.set(Number(entry), (command ?? '').replaceAll('\0', ' ').trim())
      }
    }
    return found
  }

  /** End by its id whatever still runs, and remove the folder. */
  async remove(): Promise<void> {
    for (let attempt = 0; attempt < 20; attempt += 1) {
      const left = await this.processes()
      if (left.size === 0) break
      for (const pid of left.keys()) kill(pid)
      await delay(50)
    }
    await rm(this.root, { recursive: true, force: true, maxRetries: 5 })
  }
}

function portName(name: string): string {
  return `REGION_ONE_${name}_PORT`
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // it has ended by itself
  }
}
