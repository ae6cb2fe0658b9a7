import { type ChildProcess, spawn } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { haproxySocket } from '../../src/drivers/routers/haproxy/socket.js'

/** A real HAProxy in master-worker mode, with its own configuration in a folder of the test's. */
export interface RunningHaproxy {
  /** The master process. */
  pid: number
  /** Read the configuration and the map files anew without dropping anybody (SIGUSR2), and wait for the new worker. */
  reload(): Promise<void>
  /** End master and workers, and wait for it. */
  stop(): Promise<void>
}

const START_MS = 10_000

/** Where HAProxy is installed, if it is. */
export function haproxyPath(): string | undefined {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin']
  return folders.map((folder) => join(folder, 'haproxy')).find(isExecutable)
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Start HAProxy with `config` (a text) in `dir` and wait until it serves. `env` is added to its environment. */
export async function startHaproxy(options: {
  config: string
  dir: string
  env?: Record<string, string>
}): Promise<RunningHaproxy> {
  const path = haproxyPath()
  if (path === undefined) throw new Error('haproxy is not installed')
  const file = join(options.dir, 'haproxy.cfg')
  const master = join(options.dir, 'master.sock')
  await writeFile(file, options.config)
  const child = spawn(path, ['-W', '-db', '-S', master, '-f', file], {
    cwd: options.dir,
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let log = ''
  child.stderr.on('data', (chunk: Buffer) => {
    log += chunk.toString('utf8')
  })
  const loadings = () => log.split('Loading success').length - 1
  const loaded = (times: number) =>
    waitFor(
      async () => hasEnded(child) || (loadings() >= times && (await masterAnswers(master))),
      () => log,
    )
  await loaded(1).catch((error) => {
    child.kill('SIGKILL')
    throw error
  })
  if (child.pid === undefined || hasEnded(child)) throw new Error(`haproxy ended at once:\n${log}`)
  const pid = child.pid
  return {
    pid,
    async reload() {
      const before = loadings()
      child.kill('SIGUSR2')
      await loaded(before + 1)
      if (hasEnded(child)) throw new Error(`haproxy ended at its reload:\n${log}`)
    },
    async stop() {
      if (hasEnded(child)) return
      child.kill('SIGTERM')
      const killer = setTimeout(() => child.kill('SIGKILL'), START_MS / 2) // its workers end with it
      await waitFor(
        () => hasEnded(child),
        () => log,
      )
      clearTimeout(killer)
    },
  }
}

/** A signal that comes before the master is back in its loop is lost; there it answers. It closes only when asked to. */
function masterAnswers(master: string): Promise<boolean> {
  return haproxySocket(master, 1_000)
    .ask('show proc;quit')
    .then(
      () => true,
      () => false,
    )
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null
}

async function waitFor(condition: () => boolean | Promise<boolean>, log: () => string): Promise<void> {
  const deadline = performance.now() + START_MS
  while (!(await condition())) {
    if (performance.now() > deadline) throw new Error(`haproxy did not do it in time:\n${log()}`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
