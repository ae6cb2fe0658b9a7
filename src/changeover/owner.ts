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

/**
 * Whether the run that owns an operation is known to have ended: it ran on this machine and its process is gone.
 * Of another machine's runs nothing is known, so they count as alive.
 */
export async function isKnownDead(owner: Owner): Promise<boolean> {
  if (owner.host !== hostname()) return false
  if (!isAlive(owner.pid)) return true
  const { started, zombie } = await statOf(owner.pid)
  return zombie || (owner.started !== 0 && started !== owner.started)
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
