import { spawn } from 'node:child_process'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { readProcess } from '../cloud/proc.js'
import { MARK, Processes } from '../cloud/processes.js'
import { temporaryFolders } from '../support/temp.js'
import { until } from '../support/until.js'

const makeFolder = temporaryFolders()
const environment = { PATH: process.env.PATH ?? '' }
const NO_GRACE = () => 200
let root: string
let processes: Processes

beforeEach(async () => {
  root = await makeFolder()
  processes = await processesIn(root)
})

afterEach(async () => {
  await processes.stopMembers(await processes.leftovers(), 0)
})

async function processesIn(folder: string): Promise<Processes> {
  const folders = { root: folder, run: join(folder, 'run'), log: join(folder, 'log') }
  await mkdir(folders.run, { recursive: true })
  await mkdir(folders.log, { recursive: true })
  return new Processes(folders, environment)
}

/** Start a shell script as a service, and wait for the line `ready` of it. */
async function start(name: string, script: string): Promise<number> {
  processes.start(name, { command: 'bash', args: ['-c', `${script}`] })
  await until('it writes', async () => (await readFile(processes.logFile(name), 'utf8')).includes('ready'))
  return processes.read(name)?.pid ?? 0
}

const FOREVER = 'while :; do sleep 0.05; done'
const runs = (pid: number) => readProcess(pid) !== undefined

describe('a process in the background', () => {
  test('is recorded, keeps its output, and ends when it is stopped', async () => {
    const pid = await start('web', `echo ready; ${FOREVER}`)
    expect(processes.read('web')).toMatchObject({ name: 'web', pid, start_time: readProcess(pid)?.startTime })
    expect(processes.isRunning('web')).toBe(true)
    await processes.stop(['web'], () => 5_000)
    expect(runs(pid)).toBe(false)
    expect(await processes.list()).toEqual([])
  })

  test('is started once, and found by another run', async () => {
    const pid = await start('web', `echo ready; ${FOREVER}`)
    const later = await processesIn(root)
    later.start('web', { command: 'bash', args: ['-c', 'echo ready'] })
    expect(later.read('web')?.pid).toBe(pid)
    await later.stop(['web'], () => 5_000)
    expect(runs(pid)).toBe(false)
  })

  test('sees nothing of the environment of its starter but what it is given', async () => {
    await start('web', `env | cut -d= -f1 | sort | tr '\\n' ' '; echo ready; ${FOREVER}`)
    const names = (await readFile(processes.logFile('web'), 'utf8')).split(' ')
    expect(names.filter((name) => !['PWD', 'SHLVL', '_', 'ready\n'].includes(name))).toEqual([MARK, 'PATH'])
  })

  test('that cannot be started is a named failure, and leaves no record', async () => {
    expect(() => processes.start('web', { command: '/no/such/program', args: [] })).toThrow(
      expect.objectContaining({ code: 'not_started' }),
    )
    expect(await processes.list()).toEqual([])
  })
})

describe('to stop', () => {
  test('gives time to end, and kills what does not', async () => {
    const polite = await start('polite', `trap 'echo bye; exit' TERM; echo ready; ${FOREVER}`)
    const deaf = await start('deaf', `trap '' TERM; echo ready; ${FOREVER}`)
    await processes.stop(['polite', 'deaf'], NO_GRACE)
    expect([polite, deaf].filter(runs)).toEqual([])
    expect(await readFile(processes.logFile('polite'), 'utf8')).toContain('bye')
  })

  test('reaches children that are deaf and in a session of their own', async () => {
    const child = `trap "" TERM; echo child $$ ready; ${FOREVER}`
    const pid = await start('parent', `setsid bash -c '${child}' & ${FOREVER}`)
    const log = await readFile(processes.logFile('parent'), 'utf8')
    const childPid = Number(/child (\d+)/.exec(log)?.[1])
    expect(readProcess(childPid)?.session).not.toBe(pid)
    await processes.stop(['parent'], NO_GRACE)
    expect([pid, childPid].filter(runs)).toEqual([])
  })

  test('never signals another process that has got the pid of one that ended', async () => {
    const stranger = spawn('bash', ['-c', FOREVER], { stdio: 'ignore', detached: true })
    const pid = stranger.pid ?? 0
    try {
      const record = { name: 'web', pid, start_time: '1', started_at: new Date().toISOString() }
      await writeFile(join(root, 'run/web.json'), JSON.stringify(record))
      expect(processes.isRunning('web')).toBe(false)
      await processes.stop(['web'], NO_GRACE)
      await processes.kill('web')
      expect(runs(pid)).toBe(true)
      expect(await processes.list()).toEqual([])
    } finally {
      process.kill(-pid, 'SIGKILL')
    }
  })
})

describe('after a crash', () => {
  test('processes are found by their mark, without a record, and those of another folder are not', async () => {
    const pid = await start('web', `echo ready; ${FOREVER}`)
    await writeFile(join(root, 'run/web.json'), '{"name": "we') // its writer was killed
    const other = await processesIn(await makeFolder())
    other.start('web', { command: 'bash', args: ['-c', FOREVER] })
    const foreign = other.read('web')?.pid ?? 0
    try {
      const found = await processes.leftovers()
      expect(found.map((info) => info.pid)).toContain(pid)
      expect(found.map((info) => info.pid)).not.toContain(foreign)
      await processes.stopMembers(found, 1_000)
      expect([pid, foreign].filter(runs)).toEqual([foreign])
    } finally {
      await other.stop(['web'], NO_GRACE)
    }
  })

  test('one that was killed counts as not running, and can be started again', async () => {
    const first = await start('web', `echo ready; ${FOREVER}`)
    process.kill(-first, 'SIGKILL')
    await until('it has ended', () => !processes.isRunning('web'))
    const second = await start('web', `echo ready; ${FOREVER}`)
    expect(second).not.toBe(first)
    expect(processes.isRunning('web')).toBe(true)
  })
})
