import { readFileSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'

/** One process, as /proc tells. */
export interface ProcessInfo {
  pid: number
  parent: number
  group: number
  session: number
  /** In clock ticks since the machine started. */
  startTime: string
}

/** A process that runs; `undefined` for one that has ended, also when nobody has reaped it yet. */
export function readProcess(pid: number): ProcessInfo | undefined {
  try {
    return parseStat(pid, readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return undefined
  }
}

/** All processes that run. */
export async function readProcesses(): Promise<ProcessInfo[]> {
  const entries = await readdir('/proc')
  return entries.filter((entry) => /^\d+$/.test(entry)).flatMap((entry) => readProcess(Number(entry)) ?? [])
}

/** "pid (name) state ppid pgrp session … starttime …": the name may hold spaces and parentheses. */
function parseStat(pid: number, stat: string): ProcessInfo | undefined {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const [state, parent, group, session] = fields
  const startTime = fields[19]
  if (startTime === undefined || state === 'Z' || state === 'X') return undefined
  return { pid, parent: Number(parent), group: Number(group), session: Number(session), startTime }
}

/** Proportional memory (PSS) in bytes: pages that processes share are counted once in the sum. */
export async function memoryOf(pid: number): Promise<number> {
  const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '')
  return Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1] ?? 0) * 1024
}
