import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { type Monitor, startMonitor } from '../../src/deploy/monitor/monitor.js'
import type { OperationResult } from '../../src/deploy/operations/result.js'
import type { Color } from '../../src/drivers/color.js'
import { HaproxyNode } from '../../src/drivers/routers/haproxy/node.js'
import { haproxySocket } from '../../src/drivers/routers/haproxy/socket.js'
import { commitAll, testGit, writeFiles } from '../support/repository.js'
import type { Cloud } from './cloud.js'
import { sql } from './database.js'
import type { NodeNumber } from './haproxy-nodes.js'
import { readProcess } from './proc.js'
import { MARK } from './processes.js'
import { answers } from './ready.js'
import { manifestWithCloud, SCRIPTS } from './region-one-files.js'
import { Site } from './site.js'
import { temporaryCloud } from './temporary-cloud.js'

const project = join(dirname(fileURLToPath(import.meta.url)), '../..')
/** As a user runs it. */
const CLI = join(project, 'dist/cli.js')
const COMMAND_MS = 240_000
/** Requests a second. */
const RATE = 50

/** What a command of Changeover's ended with. */
export interface Ended {
  status: number
  /** The document on stdout. */
  result: OperationResult
}

/**
 * examples/region-one as a repository of its own, and a real cloud for its environment `cloud`: MariaDB, memcached and
 * two HAProxy nodes. Keystone itself comes by the example's own playbooks. All of it is in one temporary folder.
 */
export class RegionOneCloud {
  private started: { cloud: Cloud; site: Site; root: string } | undefined

  /** Start all but Keystone, with an empty database for it. */
  async start(): Promise<void> {
    const cloud = await temporaryCloud()
    const { root } = cloud.state
    const site = new Site(cloud.state)
    this.started = { cloud, site, root }
    await cloud.up(['database', 'cache', 'haproxy'])
    await this.sql('CREATE DATABASE keystone')
    for (const kind of ['fernet-keys', 'credential-keys'])
      await makeKeys(join(this.configRoot, 'keystone', kind))
    await cp(join(project, 'examples/region-one'), this.repository, { recursive: true })
    await testGit(this.repository, 'init', '--quiet', '--initial-branch=main')
    await writeFiles(this.repository, SCRIPTS)
    await writeFile(join(this.repository, 'changeover.yml'), await manifestWithCloud(this.repository))
  }

  /** End and remove all of it, also what the playbooks have started. */
  async stop(): Promise<void> {
    await this.started?.cloud.down([], { remove: true })
  }

  get cloud(): Cloud {
    return this.parts.cloud
  }

  /** Where the playbooks put each color's configuration. */
  get configRoot(): string {
    return join(this.parts.root, 'region-one/etc')
  }

  get repository(): string {
    return join(this.parts.root, 'region-one/repository')
  }

  /** Package a release that differs from the one before by `edit`, which gets a file's text. */
  async release(version: string, path: string, edit: (text: string) => string): Promise<string> {
    const file = join(this.repository, path)
    const before = await readFile(file, 'utf8')
    const after = edit(before)
    await writeFile(file, after)
    await commitAll(this.repository, version)
    const output = join(this.parts.root, 'region-one/releases')
    const { path: archive } = await this.run<{ path: string }>(
      ['package', '--version', version, '--output', output],
      {},
    ).then(({ result }) => result)
    return archive
  }

  /** Run `changeover deploy`, `rollback`… for this environment; `env` is added to its environment. */
  changeover(args: readonly string[], env: Record<string, string> = {}): Promise<Ended> {
    const [command = '', ...rest] = args
    return this.run<OperationResult>([command, '--environment', 'cloud', ...rest], env)
  }

  /** Start to ask Keystone through one node, as the monitor of a changeover does. */
  monitor(node: NodeNumber = 1): Monitor {
    const endpoints = [{ name: 'live', url: `${this.cloud.node(node).keystone}/v3` }]
    return startMonitor({ endpoints, rate: RATE, timeoutMs: 5_000 })
  }

  /** The backends that a node's memory and its map file name for Keystone. */
  async routes(node: NodeNumber): Promise<{ memory: string | undefined; file: string | undefined }> {
    const { operatorSocket, mapFile } = this.cloud.node(node)
    const { entries } = await new HaproxyNode(haproxySocket(operatorSocket, 2_000), mapFile).readMap()
    return {
      memory: entries.find(({ key }) => key === 'keystone')?.value,
      file: await this.routeInFile(node),
    }
  }

  /** The backend that a node's map file names for Keystone, also when the node is down. */
  async routeInFile(node: NodeNumber): Promise<string | undefined> {
    return /^keystone (\S+)$/m.exec(await readFile(this.cloud.node(node).mapFile, 'utf8'))?.[1]
  }

  /** How many requests of users a node has sent to a color; health checks are none. */
  async sessions(node: NodeNumber, color: Color): Promise<number> {
    const answer = await haproxySocket(this.cloud.node(node).operatorSocket, 2_000).ask('show stat')
    const rows = answer.split('\n').map((line) => line.replace(/^# /, '').split(','))
    const column = rows[0]?.indexOf('stot') ?? -1
    const row = rows.find(([proxy, name]) => proxy === `keystone_${color}` && name === 'BACKEND')
    if (row?.[column] === undefined) throw new Error(`node ${node} has no statistics of keystone_${color}`)
    return Number(row[column])
  }

  /** End a color's Keystone at once, all its processes, as a crash does. */
  async kill(color: Color): Promise<void> {
    const pid = Number(await readFile(join(this.configRoot, `keystone-${color}`, 'pid'), 'utf8'))
    // the playbook has started it in a session of its own, so this is its process group too
    if (readProcess(pid)?.group !== pid) throw new Error(`Keystone's ${color} does not run as process ${pid}`)
    process.kill(-pid, 'SIGKILL')
  }

  /** Wait until a node sends traffic to a Keystone that answers. */
  async untilServed(node: NodeNumber = 1): Promise<void> {
    const deadline = performance.now() + 60_000
    while (!(await answers(`${this.cloud.node(node).keystone}/v3`))) {
      if (performance.now() > deadline) throw new Error(`node ${node} has nobody who answers`)
      await delay(50)
    }
  }

  /** Wait until a changeover that runs sends traffic to a color. */
  async untilRoutedTo(color: Color): Promise<void> {
    const deadline = performance.now() + COMMAND_MS
    while ((await this.routeInFile(1)) !== `keystone_${color}`) {
      if (performance.now() > deadline) throw new Error(`users were not sent to ${color}`)
      await delay(20)
    }
  }

  /** Run SQL as the database's administrator. */
  sql(statements: string): Promise<string> {
    return sql(this.parts.site, statements)
  }

  /** Run a script of the example's, in the environment that its commands have. */
  async script(text: string, env: Record<string, string> = {}): Promise<string> {
    const { status, output } = await execute('bash', ['-euo', 'pipefail', '-c', text], {
      cwd: this.repository,
      env: { ...this.environment(), ...env },
    })
    if (status !== 0) throw new Error(`${text} ended with ${status}:\n${output}`)
    return output
  }

  /** What `keystone-manage db_sync --check` says: 0 nothing to do, 2 expand, 4 contract. */
  async schema(color: Color): Promise<number> {
    const config = join(this.configRoot, `keystone-${color}`, 'keystone.conf')
    const { status } = await execute('keystone-manage', ['--config-file', config, 'db_sync', '--check'], {
      cwd: this.repository,
      env: this.environment(),
    })
    return status
  }

  private get parts() {
    if (!this.started) throw new Error('the cloud is not started')
    return this.started
  }

  private async run<Result>(
    args: readonly string[],
    env: Record<string, string>,
  ): Promise<{ status: number; result: Result }> {
    const { status, output, errors } = await execute(process.execPath, [CLI, ...args, '--format', 'json'], {
      cwd: this.repository,
      env: { ...this.environment(), ...env },
    })
    // 0 and 1 are answers; anything else comes with no result
    if (status > 1) throw new Error(`changeover ${args[0]} ended with ${status}:\n${errors}`)
    return { status, result: JSON.parse(output) as Result }
  }

  /** The one who deploys has these; nothing of the machine's own environment gets in. */
  private environment(): Record<string, string> {
    const { cloud, site, root } = this.parts
    return {
      ...site.environment,
      // what a playbook starts is ended with the cloud, whatever happens
      [MARK]: root,
      CHANGEOVER_STATE_DIR: join(root, 'region-one/state'),
      CHANGEOVER_NODE: process.execPath,
      ANSIBLE_HOME: join(root, 'region-one/ansible'),
      ANSIBLE_PIPELINING: '1',
      REGION_ONE_CONFIG_ROOT: this.configRoot,
      REGION_ONE_KEYSTONE_URL: cloud.node(1).keystone,
      REGION_ONE_DATABASE: `127.0.0.1:${cloud.port('database')}`,
      REGION_ONE_MEMCACHED: `127.0.0.1:${cloud.port('cache')}`,
      REGION_ONE_BLUE_KEYSTONE_PORT: `${cloud.port('keystone-blue')}`,
      REGION_ONE_GREEN_KEYSTONE_PORT: `${cloud.port('keystone-green')}`,
      KEYSTONE_DATABASE_USER: 'cloud',
      KEYSTONE_DATABASE_PASSWORD: cloud.state.password(),
      OS_USERNAME: 'admin',
      OS_PASSWORD: cloud.state.password(),
      NODE_1_SOCKET: cloud.node(1).operatorSocket,
      NODE_1_MAP: cloud.node(1).mapFile,
      NODE_2_SOCKET: cloud.node(2).operatorSocket,
      NODE_2_MAP: cloud.node(2).mapFile,
    }
  }
}

/** As openstack-ansible has made them before: a primary key and the next one. */
async function makeKeys(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  for (const name of ['0', '1']) {
    const key = `${randomBytes(32).toString('base64url')}=`
    await writeFile(join(folder, name), key, { mode: 0o600 })
  }
}

function execute(
  command: string,
  args: readonly string[],
  options: { cwd: string; env: Record<string, string> },
): Promise<{ status: number; output: string; errors: string }> {
  return new Promise((resolve, reject) => {
    execFile(
      command,
      args,
      { ...options, timeout: COMMAND_MS, maxBuffer: 64 * 1024 * 1024 },
      (error, output, errors) => {
        const status = error === null ? 0 : error.code
        if (typeof status === 'number') resolve({ status, output, errors })
        else reject(error ?? new Error(`${command} did not end`))
      },
    )
  })
}
