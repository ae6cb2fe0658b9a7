import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { UserError } from '../../src/platform/errors.js'
import { readProcess } from './proc.js'
import type { State } from './state.js'

/**
 * Do `work` while nobody else changes what runs in this folder. The lock of a process that has died is taken over.
 *
 * @throws UserError `busy`
 */
export async function withLock<T>(state: State, work: () => Promise<T>): Promise<T> {
  const file = join(state.root, 'lock')
  const mine = `${process.pid} ${readProcess(process.pid)?.startTime ?? ''}`
  acquire(file, mine)
  try {
    return await work()
  } finally {
    rmSync(file, { force: true })
  }
}

function acquire(file: string, mine: string): void {
  try {
    writeFileSync(file, mine, { flag: 'wx', mode: 0o600 })
  } catch (error) {
    const [pid = '', startTime] = readFileSync(file, 'utf8').split(' ')
    if (readProcess(Number(pid))?.startTime === startTime && startTime !== '') {
      throw new UserError('busy', `Process ${pid} is starting or ending this cloud.`, {
        remedy: 'Wait for it, or end it with Ctrl-C, and try again.',
        cause: error,
      })
    }
    rmSync(file, { force: true })
    writeFileSync(file, mine, { flag: 'wx', mode: 0o600 })
  }
}
