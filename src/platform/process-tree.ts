import { readdir, readFile } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'

/** Milliseconds between SIGTERM and SIGKILL. */
const GRACE_MS = 2_000

/**
 * End a process, its process group and all its descendants: SIGTERM first, SIGKILL for those that remain.
 *
 * Descendants are read from /proc, which also lists those that started a new session. Without /proc, only the process
 * group is ended.
 */
export async function endProcessTree(pid: number): Promise<void> {
  const pids = new Set(await descendants(pid))
  signalAll(pid, pids, 'SIGTERM')
  const deadline = performance.now() + GRACE_MS
  while (performance.now() < deadline && [pid, ...pids].some(isAlive)) {
    await delay(25)
    for (const child of await descendants(pid)) pids.add(child)
  }
  signalAll(pid, pids, 'SIGKILL')
}

/** Whether a process exists. A zombie that its parent has not reaped counts too. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** Whether a process is gone, or is a zombie that has let go of all it held and waits to be reaped. */
export async function hasEnded(pid: number): Promise<boolean> {
  if (!isAlive(pid)) return true
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  return stat.slice(stat.lastIndexOf(')') + 2).startsWith('Z')
}

function signalAll(leader: number, pids: Iterable<number>, signal: NodeJS.Signals): void {
  for (const target of [-leader, leader, ...pids]) {
    try {
      process.kill(target, signal)
    } catch {
      // it has ended already
    }
  }
}

async function descendants(root: number): Promise<number[]> {
  const children = new Map<number, number[]>()
  const entries = await readdir('/proc').catch(() => [])
  for (const entry of entries) {
    if (!/^\d+$/.test(entry)) continue
    const stat = await readFile(`/proc/${entry}/stat`, 'utf8').catch(() => '')
    // "pid (name) state ppid …": the name may contain spaces and parentheses, so read after the last one
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
    if (parent > 0) children.set(parent, [...(children.get(parent) ?? []), Number(entry)])
  }
  const found: number[] = []
  const queue = [root]
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const own = children.get(next) ?? []
    found.push(...own)
    queue.push(...own)
  }
  return found
}
