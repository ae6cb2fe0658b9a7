import { execFile } from 'node:child_process'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { freePort } from '../../rig/ports.js'

export const examples = join(dirname(fileURLToPath(import.meta.url)), '../../../examples')

export interface ScriptResult {
  status: number
  output: string
}

/** The example in temporary folders of its own, as an unpacked release and a place for what it starts. */
export class RegionOne {
  private constructor(
    private readonly root: string,
    private readonly env: Record<string, string>,
  ) {}

  static async copy(environment: string, env: Record<string, string> = {}): Promise<RegionOne> {
    const root = await mkdtemp(join(tmpdir(), 'region-one-'))
    await cp(join(examples, 'region-one'), join(root, 'release'), { recursive: true })
    return new RegionOne(root, {
      CHANGEOVER_ENVIRONMENT: environment,
      CHANGEOVER_NODE: process.execPath,
      REGION_ONE_RUN_DIR: join(root, 'run'),
      OS_USERNAME: 'demo',
      OS_PASSWORD: 'stand-in',
      ...env,
    })
  }

  /** Where the release is unpacked. */
  get release(): string {
    return join(this.root, 'release')
  }

  /** Where what was started keeps its files. */
  get runDir(): string {
    return join(this.root, 'run')
  }

  /** Run a script text in the release, as changeover runs commands. */
  run(script: string, env: Record<string, string> = {}): Promise<ScriptResult> {
    const options = { cwd: this.release, env: { ...process.env, ...this.env, ...env }, timeout: 20_000 }
    return new Promise((resolve, reject) => {
      execFile('bash', ['--norc', '-euo', 'pipefail', '-c', script], options, (error, stdout, stderr) => {
        const status = error === null ? 0 : error.code
        if (typeof status === 'number') resolve({ status, output: stdout + stderr })
        else reject(error)
      })
    })
  }

  /** As {@link run}, for scripts that must succeed. */
  async must(script: string, env: Record<string, string> = {}): Promise<string> {
    const { status, output } = await this.run(script, env)
    if (status !== 0) throw new Error(`"${script}" ended with ${status}:\n${output}`)
    return output
  }

  /** End all that was started, and remove it. */
  async remove(): Promise<void> {
    // from the repository: a test may have taken the release folder away
    await cp(join(examples, 'region-one'), this.release, { recursive: true })
    await this.must('./lab/down.sh && ./stand-ins/stop.sh')
    await rm(this.root, { recursive: true, force: true })
  }
}

/** Variables with free ports, by their names. */
export async function freePorts(...names: string[]): Promise<Record<string, string>> {
  const ports: Record<string, string> = {}
  for (const name of names) {
    let port = String(await freePort())
    while (Object.values(ports).includes(port)) port = String(await freePort())
    ports[name] = port
  }
  return ports
}
