import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { messageOf } from '../../src/platform/errors.js'
import { CloudError } from './errors.js'
import { type ProcessInfo, readProcess, readProcesses } from './proc.js'

/** What is written down about a process, so that a later run finds it. */
export interface ProcessRecord {
  name: string
  pid: number
  /** In clock ticks since the machine started: together with the pid it names one process only. */
  start_time: string
  started_at: string
  /** Milliseconds from its start until it answered; absent until then. */
  ready_ms?: number
  port?: number
}

export interface StartOptions {
  command: string
  args: readonly string[]
  env?: Record<string, string>
  /** Where it listens, for the status. */
  port?: number
}

/** Each of our processes has this name in its environment, with the state folder as its value. */
export const MARK = 'CHANGEOVER_CLOUD_PROCESS_OF'

/**
 * Daemons that outlive this process, each in a session of its own, with a record and a log file. Only what a record
 * or the mark in its environment shows to be ours is ever signalled, by its own pid.
 */
export class Processes {
  constructor(
    private readonly folders: { root: string; run: string; log: string },
    private readonly environment: Record<string, string>,
  ) {}

  /** Start a process in the background. Does nothing when it runs already. */
  start(name: string, options: StartOptions): void {
    if (this.isRunning(name)) return
    const log = this.logFile(name)
    if (existsSync(log)) renameSync(log, `${log}.1`)
    const output = openSync(log, 'a', 0o600)
    let child: ChildProcess
    try {
      child = spawn(options.command, options.args, {
        cwd: this.folders.root,
        env: { ...this.environment, [MARK]: this.folders.root, ...options.env },
        stdio: ['ignore', output, output],
        detached: true,
      })
    } finally {
      closeSync(output)
    }
    let failure: unknown
    child.once('error', (error) => {
      failure = error
    })
    child.unref()
    const info = child.pid === undefined ? undefined : readProcess(child.pid)
    if (child.pid === undefined || !info) {
      throw new CloudError(
        'not_started',
        `${name}: cannot start ${options.command} ${messageOf(failure ?? '')}`,
      )
    }
    this.write({
      name,
      pid: child.pid,
      start_time: info.startTime,
      started_at: new Date().toISOString(),
      ...(options.port === undefined ? {} : { port: options.port }),
    })
  }

  /** Note how long a process took to answer; kept when it is noted already. */
  markReady(name: string): void {
    const record = this.read(name)
    if (!record || record.ready_ms !== undefined) return
    this.write({ ...record, ready_ms: Date.now() - Date.parse(record.started_at) })
  }

  isRunning(name: string): boolean {
    const record = this.read(name)
    return record !== undefined && isSame(record)
  }

  /** Whether it runs, and has answered. */
  isReady(name: string): boolean {
    return this.isRunning(name) && this.read(name)?.ready_ms !== undefined
  }

  logFile(name: string): string {
    return join(this.folders.log, `${name}.log`)
  }

  read(name: string): ProcessRecord | undefined {
    try {
      return JSON.parse(readFileSync(this.recordFile(name), 'utf8'))
    } catch {
      return undefined // never started, or its writer was killed: the mark still finds the process
    }
  }

  /** All records, also those of processes that have died. */
  async list(): Promise<ProcessRecord[]> {
    const files = await readdir(this.folders.run).catch(() => [])
    const names = files.filter((file) => file.endsWith('.json')).map((file) => file.slice(0, -'.json'.length))
    return names.flatMap((name) => this.read(name) ?? [])
  }

  /**
   * End processes and all that they started: SIGTERM to all of them, then SIGKILL for what is left of each after its
   * time.
   *
   * @param graceMs how long each may take to end by itself
   */
  async stop(names: readonly string[], graceMs: (name: string) => number): Promise<void> {
    const running = names.filter((name) => this.isRunning(name))
    const members = await this.membersOf(running)
    for (const name of running) signalGroup(this.read(name), members.get(name) ?? [], 'SIGTERM')
    await Promise.all(running.map((name) => this.awaitEnd(name, members.get(name) ?? [], graceMs(name))))
    for (const name of names) rmSync(this.recordFile(name), { force: true })
  }

  /** End one process and its children at once, without a warning: what a crash is. */
  async kill(name: string): Promise<void> {
    await this.stopMembers((await this.membersOf([name])).get(name) ?? [], 0)
    rmSync(this.recordFile(name), { force: true })
  }

  /** The processes of each name: its leader, its session, and their descendants. */
  async membersOf(names: readonly string[]): Promise<Map<string, ProcessInfo[]>> {
    const all = await readProcesses()
    return new Map(
      names.map((name) => {
        const record = this.read(name)
        return [name, record && isSame(record) ? familyOf(record.pid, all) : []]
      }),
    )
  }

  /** Processes that carry our mark, recorded or not: what a run that was killed may have left. */
  async leftovers(): Promise<ProcessInfo[]> {
    const wanted = `${MARK}=${this.folders.root}`
    const marked: ProcessInfo[] = []
    for (const info of await readProcesses()) {
      const environment = await readFile(`/proc/${info.pid}/environ`, 'utf8').catch(() => '')
      if (environment.split('\0').includes(wanted)) marked.push(info)
    }
    return marked
  }

  /** End processes found by `leftovers`. */
  async stopMembers(members: readonly ProcessInfo[], graceMs: number): Promise<void> {
    if (graceMs > 0) for (const member of members) signal(member, 'SIGTERM')
    const left = await waitUntilGone(members, graceMs)
    for (const member of left) signal(member, 'SIGKILL')
    await waitUntilGone(left, 5_000)
  }

  private async awaitEnd(name: string, members: readonly ProcessInfo[], graceMs: number): Promise<void> {
    const left = await waitUntilGone(members, graceMs)
    // what was started meanwhile is in the same session
    const now = (await this.membersOf([name])).get(name) ?? []
    await this.stopMembers([...left, ...now], 0)
  }

  private write(record: ProcessRecord): void {
    const file = this.recordFile(record.name)
    writeFileSync(`${file}.new`, JSON.stringify(record), { mode: 0o600 })
    renameSync(`${file}.new`, file)
  }

  private recordFile(name: string): string {
    return join(this.folders.run, `${name}.json`)
  }
}

function isSame({ pid, start_time }: ProcessRecord): boolean {
  return readProcess(pid)?.startTime === start_time
}

function familyOf(leader: number, all: readonly ProcessInfo[]): ProcessInfo[] {
  const family = new Set(all.filter(({ pid, session }) => pid === leader || session === leader))
  for (let grown = true; grown; ) {
    const pids = new Set([...family].map(({ pid }) => pid))
    const children = all.filter((info) => pids.has(info.parent) && !family.has(info))
    for (const child of children) family.add(child)
    grown = children.length > 0
  }
  return [...family]
}

function signalGroup(
  record: ProcessRecord | undefined,
  members: readonly ProcessInfo[],
  name: NodeJS.Signals,
) {
  if (!record || !isSame(record)) return
  try {
    process.kill(-record.pid, name)
  } catch {
    // ended just now
  }
  // what moved to a group of its own is not reached by the group's signal
  for (const member of members) if (member.group !== record.pid) signal(member, name)
}

/** By its own pid, and only as long as that pid is still the same process. */
function signal({ pid, startTime }: ProcessInfo, name: NodeJS.Signals): void {
  if (readProcess(pid)?.startTime !== startTime) return
  try {
    process.kill(pid, name)
  } catch {
    // ended just now
  }
}

async function waitUntilGone(members: readonly ProcessInfo[], limitMs: number): Promise<ProcessInfo[]> {
  const deadline = performance.now() + limitMs
  for (;;) {
    const left = members.filter(({ pid, startTime }) => readProcess(pid)?.startTime === startTime)
    if (left.length === 0 || performance.now() >= deadline) return left
    await delay(25)
  }
}
