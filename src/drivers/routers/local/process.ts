import { type ChildProcess, spawn } from 'node:child_process'
import { mkdir, open, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { systemCode } from '../../../platform/errors.js'
import { writeFileAtomic } from '../../../platform/files.js'
import { RouterError } from '../router.js'
import { LOCAL } from './control.js'
import type { ForwarderSettings, ForwarderStart } from './forwarder.js'

const SETTINGS = 'forwarder.json'
const LOG = 'forwarder.log'

/** The settings of the last forwarder that was started with this state folder, if there was one. */
export async function lastSettings(stateDir: string): Promise<ForwarderSettings | undefined> {
  try {
    return JSON.parse(await readFile(join(stateDir, SETTINGS), 'utf8'))
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined
    throw new RouterError('router_misconfigured', LOCAL, `${join(stateDir, SETTINGS)} cannot be read.`, {
      remedy: 'Remove the file.',
      cause: error,
    })
  }
}

/**
 * Start the forwarder as a process that outlives this one, and wait until it listens everywhere.
 *
 * @returns whether it listens, or what kept it from listening
 * @throws RouterError `router_unreachable` when it does not start
 */
export async function startForwarder(
  forwarder: string,
  settings: ForwarderSettings,
  timeoutMs: number,
): Promise<ForwarderStart> {
  const { stateDir } = settings
  await mkdir(stateDir, { recursive: true, mode: 0o700 })
  const file = resolve(stateDir, SETTINGS)
  await writeFileAtomic(file, `${JSON.stringify(settings, undefined, 2)}\n`, 0o600)
  const log = await open(join(stateDir, LOG), 'a', 0o600)
  try {
    const child = spawn(process.execPath, [resolve(forwarder), file], {
      cwd: '/',
      detached: true,
      // none of our variables, such as secrets; but this one lets a runner find the processes that a job left behind
      env: { RUNNER_TRACKING_ID: process.env.RUNNER_TRACKING_ID },
      stdio: ['ignore', log.fd, log.fd, 'ipc'],
    })
    const started = await firstWord(child, join(stateDir, LOG), timeoutMs)
    child.unref()
    return started
  } finally {
    await log.close()
  }
}

function firstWord(child: ChildProcess, log: string, timeoutMs: number): Promise<ForwarderStart> {
  return new Promise((resolve, reject) => {
    const fail = (why: string) => {
      clearTimeout(timer)
      child.kill('SIGKILL')
      reject(new RouterError('router_unreachable', LOCAL, `the forwarder ${why}.`, { remedy: `See ${log}.` }))
    }
    const timer = setTimeout(() => fail(`did not start within ${timeoutMs} ms`), timeoutMs)
    child.once('message', (message) => {
      clearTimeout(timer)
      resolve(message as ForwarderStart)
    })
    child.once('error', (error) => fail(`cannot be started: ${error.message}`))
    child.once('exit', (code) => fail(`ended at once with exit status ${code}`))
  })
}
