import { randomInt } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isAlive } from '../../src/platform/process-tree.js'

/** A file for each port that a test was given, with the id of its process. */
const CLAIMS = join(tmpdir(), 'changeover-test-ports')
const claimed: string[] = []

process.on('exit', () => {
  for (const file of claimed) rmSync(file, { force: true })
})

/**
 * A TCP port of 127.0.0.1 that nothing uses at this moment, and that no other test of this machine is given. HAProxy shares a
 * port with the program that has it (SO_REUSEPORT), so two that were given the same one would answer each other's users. It lies
 * below the range that the system takes the ports of outgoing connections from: a busy client of another test could
 * otherwise get it before it is listened on.
 */
export async function freePort(): Promise<number> {
  mkdirSync(CLAIMS, { recursive: true, mode: 0o1777 })
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const port = randomInt(10_000, 32_000)
    if (claim(join(CLAIMS, String(port))) && (await isFree(port))) return port
  }
  throw new Error('found no free port')
}

/** Test files run at the same time, in processes of one run of the tests and of several. */
function claim(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' })
    claimed.push(file)
    return true
  } catch {
    const owner = Number(readOrEmpty(file))
    if (owner > 0 && !isAlive(owner)) rmSync(file, { force: true })
    return false
  }
}

function readOrEmpty(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })
}
