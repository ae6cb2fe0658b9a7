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

/** What is known of the run that owns an operation. */
export interface Liveness {
  /** `unknown` is no licence: only a run that is `dead` may be succeeded without being told to. */
  state: 'alive' | 'dead' | 'unknown'
  /** How that is known, as a clause for people. */
  why: string
}

/**
 * A run on this machine is dead when its process is gone. Of others nothing is known, also when their host has the same
 * name: two containers may have that, and each its own processes.
 *
 * @param machine this one, as {@link thisMachine} has it
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
 * What tells apart all places where a process id may mean another process: this boot of the system, and its namespace of
 * processes. `null` where that cannot be known.
 */
export async function thisMachine(): Promise<string | null> {
  try {
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8')
    const namespace = await readlink('/proc/self/ns/pid')
    return createHash('sha256').update(`${boot.trim()} ${namespace}`).digest('hex').slice(0, 16)
  } catch {
    return null // another system than Linux, or one that does not say
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

/** The workflow run that this process is part of. */
function runOf(env: Record<string, string | undefined>): WorkflowRun | null {
  const { GITHUB_API_URL, GITHUB_REPOSITORY, GITHUB_RUN_ID, GITHUB_RUN_ATTEMPT } = env
  const [id, attempt] = [Number(GITHUB_RUN_ID), Number(GITHUB_RUN_ATTEMPT)]
  if (!GITHUB_API_URL || !GITHUB_REPOSITORY || !isNumber(id) || !isNumber(attempt)) return null
  return { api_url: GITHUB_API_URL, repository: GITHUB_REPOSITORY, id, attempt }
}

function isNumber(value: number): boolean {
  return Number.isInteger(value) && value > 0
}

/** From /proc: field 22 is the start in clock ticks since boot; where there is no /proc, nothing is known. */
async function statOf(pid: number): Promise<{ started: number; zombie: boolean }> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return { started: Number(fields[19]) || 0, zombie: fields[0] === 'Z' }
}
