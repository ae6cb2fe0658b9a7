import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { UserError } from '../../platform/errors.js'
import { git } from '../../platform/git/git.js'
import { packageRoot } from '../../platform/package-root.js'
import { bash } from '../../platform/shell.js'

/** The environment variables with the ports that the example uses. */
const PORTS = [
  'REGION_ONE_KEYSTONE_PORT',
  'REGION_ONE_GLANCE_PORT',
  'REGION_ONE_BLUE_KEYSTONE_PORT',
  'REGION_ONE_BLUE_GLANCE_PORT',
  'REGION_ONE_GREEN_KEYSTONE_PORT',
  'REGION_ONE_GREEN_GLANCE_PORT',
  'REGION_ONE_STAGING_KEYSTONE_PORT',
  'REGION_ONE_STAGING_GLANCE_PORT',
  'REGION_ONE_STAGING_PLACEMENT_PORT',
] as const

/** A temporary folder with the example as a Git repository, and the environment in which its commands run. */
export class Workspace {
  private constructor(
    readonly root: string,
    readonly repository: string,
    readonly releases: string,
    readonly env: Record<string, string>,
  ) {}

  static async create(): Promise<Workspace> {
    const root = await mkdtemp(join(tmpdir(), 'changeover-demo-'))
    const repository = join(root, 'region-one')
    await cp(examples('region-one'), repository, { recursive: true }).catch((cause: unknown) => {
      throw new UserError(
        'example_missing',
        `Cannot find the example repository ${examples('region-one')}.`,
        {
          remedy: 'Run the demo from a Git clone of Changeover: the download of a runner has no examples.',
          cause,
        },
      )
    })
    const ports = await freePorts(PORTS.length)
    const env: Record<string, string> = {
      CHANGEOVER_STATE_DIR: join(root, 'state'),
      CHANGEOVER_NODE: process.execPath,
      REGION_ONE_RUN_DIR: join(root, 'run'),
    }
    for (const [index, name] of PORTS.entries()) env[name] = String(ports[index])
    const workspace = new Workspace(root, repository, join(root, 'releases'), env)
    await workspace.git('init', '--quiet', '--initial-branch=main')
    await workspace.commit('Add region one')
    return workspace
  }

  /** The URL of the Identity API, behind the router. */
  get liveUrl(): string {
    return `http://127.0.0.1:${this.env.REGION_ONE_KEYSTONE_PORT}/v3`
  }

  async git(...args: string[]): Promise<string> {
    const identity = { GIT_AUTHOR_NAME: 'Demo', GIT_AUTHOR_EMAIL: 'demo@localhost' }
    const committer = { GIT_COMMITTER_NAME: 'Demo', GIT_COMMITTER_EMAIL: 'demo@localhost' }
    // the demo must not depend on the Git configuration of this machine
    const config = { GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' }
    const env = { ...identity, ...committer, ...config }
    return (await git(args, { cwd: this.repository, env })).toString('utf8').trimEnd()
  }

  async commit(message: string): Promise<void> {
    await this.git('add', '--all')
    await this.git('commit', '--quiet', '--message', message)
  }

  /** Check out a branch with the files of examples/broken-change: a pull request with errors. */
  async checkOutBrokenChange(): Promise<void> {
    await this.git('switch', '--quiet', '--create', 'broken-change')
    await cp(examples('broken-change'), this.repository, { recursive: true, force: true })
    await this.commit('A change with errors')
  }

  async checkOutMain(): Promise<void> {
    await this.git('switch', '--quiet', 'main')
  }

  /** Commit the change between version 1 and version 2. */
  async commitChange(): Promise<void> {
    const path = join(this.repository, 'openstack_deploy', 'user_variables.yml')
    await writeFile(
      path,
      `${await readFile(path, 'utf8')}\n# Tokens expire after two hours.\nkeystone_token_expiration: 7200\n`,
    )
    await this.commit('Let tokens expire after two hours')
  }

  /** Run a script of the example. @returns the lines that it printed */
  async script(command: string, environment: string): Promise<string[]> {
    const lines: string[] = []
    const env = { ...this.env, CHANGEOVER_ENVIRONMENT: environment }
    const run = { run: command, cwd: this.repository, env, timeoutMs: 30_000 }
    const { exitCode, tail } = await bash.run(run, (line) => lines.push(line))
    if (exitCode === 0) return lines
    throw new UserError('demo_script_failed', `${command}: ${tail.join('\n')}`)
  }

  async makeReleasesFolder(): Promise<void> {
    await mkdir(this.releases, { recursive: true })
  }

  async remove(): Promise<void> {
    await rm(this.root, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** Free ports of the loopback address. All stay open until the last is found, so that none is found twice. */
async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, () => {
      const server = createServer()
      return new Promise<typeof server>((resolve, reject) => {
        server.once('error', reject)
        server.listen(0, '127.0.0.1', () => resolve(server))
      })
    }),
  )
  const ports = servers.map((server) => {
    const address = server.address()
    return typeof address === 'object' && address ? address.port : 0
  })
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))))
  return ports
}

function examples(name: string): string {
  return join(packageRoot(), 'examples', name)
}
