import { readFile } from 'node:fs/promises'
import { hostname, userInfo } from 'node:os'
import { isAlive } from '../platform/process-tree.js'
import type { Owner } from './state.js'

/** This process as the owner of an operation. */
export async function thisOwner(env: Record<string, string | undefined>): Promise<Owner> {
  return {
    host: hostname(),
    pid: process.pid,
    started: (await statOf(process.pid)).started,
    name: nameOf(env),
  }
}

/** What is known of the run that owns an operation. */
export interface Liveness {
  /** `unknown` is no licence: only a run that is `dead` may be succeeded without being told to. */
  state: 'alive' | 'dead' | 'unknown'
  /** How that is known, as a clause for people. */
  why: string
}

/** A run that ran on this machine is dead when its process is gone. Of another machine's runs nothing is known. */
export async function livenessOf(owner: Owner): Promise<Liveness> {
  if (owner.host !== hostname()) return { state: 'unknown', why: `it runs on ${owner.host}` }
  const gone: Liveness = { state: 'dead', why: 'its process is gone' }
  if (!isAlive(owner.pid)) return gone
  const { started, zombie } = await statOf(owner.pid)
  if (zombie || (owner.started !== 0 && started !== owner.started)) return gone
  return { state: 'alive', why: 'its process is there' }
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

/** From /proc: field 22 is the start in clock ticks since boot; where there is no /proc, nothing is known. */
async function statOf(pid: number): Promise<{ started: number; zombie: boolean }> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return { started: Number(fields[19]) || 0, zombie: fields[0] === 'Z' }
}
