/**
 * The process of the local router: it listens where clients connect, and forwards each new connection to the live color. It is a
 * program of its own (`node local-forwarder.js SETTINGS_FILE`), and imports only modules of Node.
 * Connections that are open at a shift stay with their color until they end.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { join } from 'node:path'
import type { Address } from '../../address.js'
import type { Color } from '../../color.js'

/** One service: where clients connect, and where each color listens. */
export interface ForwardedService {
  listen: Address
  blue: Address
  green: Address
}

/** The content of the settings file. */
export interface ForwarderSettings {
  /** The Unix socket that controls it. */
  socket: string
  /** Where it keeps the files `pid` and `color`, for people. */
  stateDir: string
  /** The color to begin with. */
  color: Color
  services: Record<string, ForwardedService>
}

/** One line of JSON on the control socket. */
export type ForwarderRequest = { do: 'status' } | { do: 'shift'; color: Color } | { do: 'stop' }

/** The one line of JSON that answers it. */
export type ForwarderAnswer = ForwarderStatus | { error: string }

export interface ForwarderStatus {
  pid: number
  color: Color
  services: Record<string, ForwardedService>
}

/** The message to the process that started it. */
export type ForwarderStart = { ready: true } | { ready: false; service: string; code: string }

/** Milliseconds until a target that does not answer counts as down. */
const CONNECT_MS = 10_000
const MAX_REQUEST_BYTES = 4_096

const settings: ForwarderSettings = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'))
const servers: Server[] = []
const open = new Set<Socket>()
let color = settings.color
let lastComplaint = 0

await start()

async function start(): Promise<void> {
  process.on('SIGTERM', () => void stop().then(() => process.exit(0)))
  process.on('SIGINT', () => void stop().then(() => process.exit(0)))
  for (const [name, service] of Object.entries(settings.services)) {
    const server = createServer({ allowHalfOpen: true }, (client) => forward(name, client, service[color]))
    await listen(server, service.listen, name)
  }
  // only one forwarder can have the ports: a socket at this path is left from a dead one
  rmSync(settings.socket, { force: true })
  await listen(createServer(answer), { path: settings.socket }, 'control')
  writeFileSync(join(settings.stateDir, 'pid'), `${process.pid}\n`)
  writeFileSync(join(settings.stateDir, 'color'), `${color}\n`)
  console.log(`${now()} pid ${process.pid} forwards to ${color}`)
  await tell({ ready: true })
}

async function listen(server: Server, where: Address | { path: string }, service: string): Promise<void> {
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(where, resolve)
    })
  } catch (error) {
    console.error(`${now()} cannot listen for ${service}: ${error}`)
    await tell({ ready: false, service, code: (error as NodeJS.ErrnoException).code ?? String(error) })
    process.exit(1)
  }
  server.on('error', (error) => console.error(`${now()} ${service}: ${error.message}`))
  servers.push(server)
}

/** Tell the process that started this one. It may have ended already. */
function tell(message: ForwarderStart): Promise<void> {
  return new Promise((resolve) => {
    if (!process.send) return resolve()
    process.send(message, () => {
      if (process.connected) process.disconnect()
      resolve()
    })
  })
}

function forward(name: string, client: Socket, target: Address): void {
  const upstream = connect({ ...target, allowHalfOpen: true, noDelay: true })
  const timer = setTimeout(() => upstream.destroy(new Error('it does not answer')), CONNECT_MS)
  upstream.once('connect', () => clearTimeout(timer))
  upstream.once('close', () => clearTimeout(timer))
  client.setNoDelay(true)
  upstream.on('error', (error) => complain(`${name}: ${target.host}:${target.port}: ${error.message}`))
  carry(client, upstream)
  carry(upstream, client)
}

/** Forward bytes one way. When one side is closed before its end, the other one is closed as well. */
function carry(from: Socket, to: Socket): void {
  open.add(from)
  from.pipe(to)
  from.on('error', () => to.destroy())
  from.on('close', () => {
    open.delete(from)
    if (!from.readableEnded) to.destroy()
  })
}

function answer(client: Socket): void {
  let text = ''
  open.add(client)
  client.setEncoding('utf8')
  client.on('error', () => client.destroy())
  client.on('close', () => open.delete(client))
  client.on('data', (chunk) => {
    text += chunk
    const end = text.indexOf('\n')
    if (end < 0 && text.length > MAX_REQUEST_BYTES) client.destroy()
    if (end < 0) return
    client.removeAllListeners('data')
    void respond(client, text.slice(0, end))
  })
}

async function respond(client: Socket, line: string): Promise<void> {
  let reply: ForwarderAnswer
  let ends = false
  try {
    const request: ForwarderRequest = JSON.parse(line)
    if (request.do === 'shift') shiftTo(request.color)
    ends = request.do === 'stop'
    if (ends) await stop(client)
    reply = { pid: process.pid, color, services: settings.services }
  } catch (error) {
    reply = { error: String(error) }
  }
  client.end(`${JSON.stringify(reply)}\n`, () => {
    if (ends) process.exit(0)
  })
}

/** One variable holds the color: all services shift at the same instant. */
function shiftTo(next: Color): void {
  if (next !== 'blue' && next !== 'green') throw new Error(`unknown color ${next}`)
  writeFileSync(join(settings.stateDir, 'color'), `${next}\n`)
  color = next
  console.log(`${now()} forwards to ${color}`)
}

/** Free all ports and the socket, close all connections but one, and leave no state behind. */
async function stop(keep?: Socket): Promise<void> {
  console.log(`${now()} stops`)
  for (const socket of open) if (socket !== keep) socket.destroy()
  const [control, ...others] = servers.toReversed()
  control?.close() // removes the socket's file at once; it is closed when the kept connection is
  await Promise.all(others.map((server) => new Promise((resolve) => server.close(resolve))))
  for (const file of ['pid', 'color']) rmSync(join(settings.stateDir, file), { force: true })
}

/** A target that is down would fill the log: write one line per second at most. */
function complain(message: string): void {
  if (Date.now() - lastComplaint < 1_000) return
  lastComplaint = Date.now()
  console.error(`${now()} ${message}`)
}

function now(): string {
  return new Date().toISOString()
}
