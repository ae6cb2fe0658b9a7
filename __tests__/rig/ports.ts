import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'

/** Ports that this test file was given. */
const given = new Set<number>()
/** Test files that run at the same time, each in a worker of its own, choose among other ports. */
const WORKERS = 16
const worker = Number(process.env.JEST_WORKER_ID ?? 0) % WORKERS

/**
 * A TCP port of 127.0.0.1 that nobody uses at this moment, and that no other test is given. HAProxy shares a port
 * with whoever has it (SO_REUSEPORT), so two that were given the same one would answer each other's users. It lies
 * below the range that the system takes the ports of outgoing connections from: a busy client of another test could
 * otherwise get it before it is listened on.
 */
export async function freePort(): Promise<number> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const port = WORKERS * randomInt(10_000 / WORKERS, 32_000 / WORKERS) + worker
    if (given.has(port) || !(await isFree(port))) continue
    given.add(port)
    return port
  }
  throw new Error('found no free port')
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })
}
