import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import {
  type LocalRouter,
  type LocalRouterOptions,
  localRouter,
} from '../../../../src/drivers/routers/local/router.js'
import { askHttp } from '../../../../src/platform/http.js'
import { freePort } from '../../../rig/ports.js'
import { startTextServer } from './traffic.js'

/** Node runs it as it is: it imports nothing of ours but types. */
export const FORWARDER = resolve('src/drivers/routers/local/forwarder.ts')

export interface Service {
  listen: string
  blue: string
  green: string
}

/** A folder with services and local routers; all of them end with `stop`. */
export interface LocalLab {
  dir: string
  stateDir: string
  /** A service of which each color answers with its name and color. */
  addService(name: string): Promise<Service>
  /** A router that the lab stops; it does not run yet. */
  addRouter(services: Record<string, Service>, changes?: Partial<LocalRouterOptions>): LocalRouter
  /** Listen with this server at a free address. */
  addServer(server: Server): Promise<string>
  /** Listen at this address; throws when somebody else does. */
  addServerAt(listen: string): Promise<void>
  /** The process that forwards. */
  pid(): Promise<number>
  stop(): Promise<void>
}

export async function startLocalLab(): Promise<LocalLab> {
  const dir = await mkdtemp(join(tmpdir(), 'changeover-local-'))
  const stateDir = join(dir, 'state')
  const stops: (() => Promise<unknown>)[] = []
  const listen = async (server: Server, port: number) => {
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
    stops.push(async () => server.close())
  }
  return {
    dir,
    stateDir,
    async addService(name) {
      const [live, blue, green] = [await freePort(), await freePort(), await freePort()]
      for (const [color, port] of Object.entries({ blue, green })) {
        stops.push((await startTextServer(`${name} ${color}`, port)).stop)
      }
      return { listen: local(live), blue: local(blue), green: local(green) }
    },
    addRouter(services, changes = {}) {
      const options = { stateDir, forwarder: FORWARDER, timeoutMs: 30_000, temporaryFolder: dir, ...changes }
      const router = localRouter({ services }, options)
      stops.push(() => router.stop())
      return router
    },
    async addServer(server) {
      const port = await freePort()
      await listen(server, port)
      return local(port)
    },
    addServerAt: (address) => listen(createServer(), portOf(address)),
    pid: async () => Number(await readFile(join(stateDir, 'pid'), 'utf8')),
    async stop() {
      for (const stop of stops.splice(0).reverse()) await stop()
      await rm(dir, { recursive: true, force: true })
    },
  }
}

/** An address of this machine. */
export function local(port: number): string {
  return `127.0.0.1:${port}`
}

function portOf(address: string): number {
  return Number(address.split(':')[1])
}

export function urlOf({ listen }: Service): string {
  return `http://${listen}/`
}

/** What a user of the service is answered over a new connection. */
export async function bodyOf(service: Service): Promise<string> {
  return (await askHttp({ url: urlOf(service), timeoutMs: 30_000 })).body
}

/** Says what it hears. */
export function echoServer(): Server {
  return createServer((socket) => {
    socket.on('error', () => socket.destroy())
    socket.pipe(socket)
  })
}

export async function connected(listen: string): Promise<Socket> {
  const socket = connect({ host: '127.0.0.1', port: portOf(listen), allowHalfOpen: true })
  socket.on('error', () => socket.destroy())
  await once(socket, 'connect')
  return socket
}

export async function roundTrip(socket: Socket, text: string): Promise<string> {
  socket.write(text)
  const [chunk] = await once(socket, 'data')
  return String(chunk)
}

/** All that comes until the other side ends. */
export async function everything(socket: Socket): Promise<string> {
  const chunks: Buffer[] = []
  socket.on('data', (chunk) => chunks.push(chunk))
  await once(socket, 'end')
  return Buffer.concat(chunks).toString()
}

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
