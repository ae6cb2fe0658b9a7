import { createHash } from 'node:crypto'
import { readFile, readlink } from 'node:fs/promises'
import { hostname, userInfo } from 'node:os'
import { isAlive } from '../../platform/process-tree.js'
import type { Owner, WorkflowRun } from '../ledger/state.js'

/** This process as the owner of an operation. */
export async function thisOwner(env: Record<string, string | undefined>): Promise<Owner> {
  return {
    host: hostname(),
    machine: await thisMachine(),
    pid: process.pid,
    started: (await statOf(process.pid)).started,
    name: nameOf(env),
    run: runOf(env),
  }
}

/** Whether a run is alive. */
export interface Liveness {
  /** Only a run that is `dead` is taken over without --take-over. */
  state: 'alive' | 'dead' | 'unknown'
  /** The evidence, as a clause for people. */
  why: string
}

/**
 * Whether a run on this machine is alive: it is dead when its process is gone. Runs elsewhere are `unknown`, even when their
 * host has the same name: two containers may share a name, and have their own processes.
 *
 * @param machine the id of this machine; default: {@link thisMachine}
 */
export async function livenessOf(owner: Owner, machine?: string | null): Promise<Liveness> {
  const here = machine === undefined ? await thisMachine() : machine
  if (here === null || owner.machine !== here || owner.host !== hostname()) {
    return { state: 'unknown', why: `it runs on ${owner.host}` }
  }
  const gone: Liveness = { state: 'dead', why: 'its process is gone' }
  if (!isAlive(owner.pid)) return gone
  const { started, zombie } = await statOf(owner.pid)
  if (zombie || (owner.started !== 0 && started !== owner.started)) return gone
  return { state: 'alive', why: 'its process is alive on this machine' }
}

/**
 * An id of the place where process ids are unique: this boot of the system, and its process namespace. `null` where they are
 * unknown.
 */
export async function thisMachine(): Promise<string | null> {
  try {
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8')
    const namespace = await readlink('/proc/self/ns/pid')
    return createHash('sha256').update(`${boot.trim()} ${namespace}`).digest('hex').slice(0, 16)
  } catch {
    return null // not Linux, or /proc is not readable
  }
}

function nameOf(env: Record<string, string | undefined>): string {
  const { GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_RUN_ID, GITHUB_ACTOR } = env
  if (GITHUB_RUN_ID && GITHUB_REPOSITORY) {
    return `${GITHUB_ACTOR ?? 'github'} (${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/actions/runs/${GITHUB_RUN_ID})`
  }
  try {
    return userInfo().username
  } catch {
    return env.USER ?? 'unknown' // a container's user may have no entry in the password file
  }
}

/** The workflow run of this process; `null` without one. */
function runOf(env: Record<string, string | undefined>): WorkflowRun | null {
  const { GITHUB_API_URL, GITHUB_REPOSITORY, GITHUB_RUN_ID, GITHUB_RUN_ATTEMPT } = env
  const [id, attempt] = [Number(GITHUB_RUN_ID), Number(GITHUB_RUN_ATTEMPT)]
  if (!GITHUB_API_URL || !GITHUB_REPOSITORY || !isNumber(id) || !isNumber(attempt)) return null
  return { api_url: GITHUB_API_URL, repository: GITHUB_REPOSITORY, id, attempt }
}

function isNumber(value: number): boolean {
  return Number.isInteger(value) && value > 0
}

/** Field 22 of /proc/PID/stat is the start in clock ticks since boot. Without /proc it is unknown. */
async function statOf(pid: number): Promise<{ started: number; zombie: boolean }> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return { started: Number(fields[19]) || 0, zombie: fields[0] === 'Z' }
}
