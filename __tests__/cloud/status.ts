import { memoryOf } from './proc.js'
import type { Processes } from './processes.js'

/** One process with its children. */
export interface ProcessStatus {
  name: string
  /** `dead`: it was started, and has ended without being asked to. */
  state: 'running' | 'dead'
  pid: number
  port: number | null
  /** How many processes it is. */
  processes: number
  /** Proportional memory (PSS). */
  memory_bytes: number
  /** From its start until it answered. */
  ready_ms: number | null
}

export async function statusOf(processes: Processes): Promise<ProcessStatus[]> {
  const records = await processes.list()
  const members = await processes.membersOf(records.map(({ name }) => name))
  return Promise.all(
    records.map(async ({ name, pid, port, ready_ms }) => {
      const own = members.get(name) ?? []
      const memory = await Promise.all(own.map((member) => memoryOf(member.pid)))
      return {
        name,
        state: own.length > 0 ? 'running' : 'dead',
        pid,
        port: port ?? null,
        processes: own.length,
        memory_bytes: memory.reduce((sum, bytes) => sum + bytes, 0),
        ready_ms: ready_ms ?? null,
      }
    }),
  )
}
