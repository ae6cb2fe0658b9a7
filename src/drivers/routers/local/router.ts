import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { setTimeout as delay } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import type { LocalRouterSettings } from '../../../../generated/manifest.js'
import { systemCode, UserError } from '../../../platform/errors.js'
import { hasEnded } from '../../../platform/process-tree.js'
import { type Address, parseAddress } from '../../address.js'
import type { Color } from '../../color.js'
import { failuresOf, shiftFailed, truthOf } from '../nodes.js'
import { type Router, RouterError, type RouterState } from '../router.js'
import { askForwarder, controlSocket, LOCAL } from './control.js'
import type { ForwardedService, ForwarderStatus } from './forwarder.js'
import { lastSettings, startForwarder } from './process.js'

export interface LocalRouterOptions {
  /** The folder for the settings, log, process id and color of the forwarder. */
  stateDir: string
  /** The script of the forwarder, which Node can run as it is. */
  forwarder: string
  /** Milliseconds for one answer, one connection or the start; default 5000. */
  timeoutMs?: number
  /** The folder for the control socket, with a short path; default: the system's folder for temporary files. */
  temporaryFolder?: string
}

/** A router with its own process. */
export interface LocalRouter extends Router {
  /** Start the forwarder on `color`, healthy or not. A running one keeps its color. @throws RouterError */
  start(color: Color): Promise<void>
  /** End the forwarder. Afterwards its process is gone and its ports are free. Does nothing when none runs. @throws RouterError */
  stop(): Promise<void>
}

type Services = Record<string, ForwardedService>

/**
 * Routes by a small TCP forwarder on this machine: for laptops and demos. All services shift at one instant; open
 * connections stay with their color until they end. The forwarder outlives the run that started it.
 *
 * @throws UserError `bad_router_address`
 */
export function localRouter(settings: LocalRouterSettings, options: LocalRouterOptions): LocalRouter {
  const { stateDir, forwarder, timeoutMs = 5_000, temporaryFolder = tmpdir() } = options
  const services = servicesOf(settings)
  const listens = Object.values(services).map(({ listen }) => textOf(listen))
  const socketPath = () => controlSocket(listens, temporaryFolder)

  /** The running forwarder. @throws RouterError when it has other settings */
  const running = async (): Promise<ForwarderStatus | undefined> => {
    const socket = await socketPath()
    const status = await askForwarder(socket, { do: 'status' }, timeoutMs)
    if (status && !isDeepStrictEqual(status.services, services)) throw startedOtherwise(status, 'targets')
    const last = status ? undefined : await lastSettings(stateDir)
    const other =
      last && last.socket !== socket && (await askForwarder(last.socket, { do: 'status' }, timeoutMs))
    if (other) throw startedOtherwise(other, 'addresses')
    return status
  }

  const start = async (color: Color): Promise<void> => {
    if (await running()) return
    const socket = await socketPath()
    const started = await startForwarder(forwarder, { socket, stateDir, color, services }, timeoutMs)
    if (started.ready) return
    if (started.code === 'EADDRINUSE' && (await comesUp(running, timeoutMs))) return
    throw cannotListen(started.service, services[started.service]?.listen, started.code)
  }

  const check = async (color: Color): Promise<void> => {
    await running()
    await Promise.all(
      Object.entries(services).map(([name, service]) => accepts(name, service[color], timeoutMs)),
    )
  }

  const current = async (): Promise<RouterState> => {
    const status = await askForwarder(await socketPath(), { do: 'status' }, timeoutMs)
    return status?.color ?? 'none'
  }

  return {
    start,
    check,
    current,
    nodes: async () => [
      await truthOf(LOCAL, async () => {
        const color = await current()
        return {
          current: color,
          services: Object.fromEntries(Object.keys(services).map((name) => [name, color])),
        }
      }),
    ],
    async shiftTo(color) {
      await check(color)
      await start(color)
      const socket = await socketPath()
      const before = await askForwarder(socket, { do: 'status' }, timeoutMs)
      try {
        await shiftForwarder(socket, color, timeoutMs)
      } catch (error) {
        const back = before ? [before.color] : []
        throw shiftFailed(error, await failuresOf(back, (old) => shiftForwarder(socket, old, timeoutMs)))
      }
    },
    async stop() {
      const last = await lastSettings(stateDir)
      const sockets = new Set([await socketPath(), ...(last ? [last.socket] : [])])
      for (const socket of sockets) {
        const stopping = await askForwarder(socket, { do: 'stop' }, timeoutMs)
        if (stopping) await ended(stopping.pid, timeoutMs)
      }
    },
  }
}

/** A forwarder answers before it exits: wait until its process is gone. */
async function ended(pid: number, timeoutMs: number): Promise<void> {
  const deadline = performance.now() + timeoutMs
  while (!(await hasEnded(pid))) {
    if (performance.now() > deadline) {
      throw new RouterError('router_unreachable', LOCAL, `the forwarder (process ${pid}) did not exit.`, {
        remedy: `End it: kill -KILL ${pid}.`,
      })
    }
    await delay(5)
  }
}

/** Shift, and read back. */
async function shiftForwarder(socket: string, color: Color, timeoutMs: number): Promise<void> {
  await askForwarder(socket, { do: 'shift', color }, timeoutMs)
  const status = await askForwarder(socket, { do: 'status' }, timeoutMs)
  if (status?.color === color) return
  const message = status ? `the forwarder did not take ${color}.` : 'the forwarder has ended.'
  throw new RouterError('shift_failed', LOCAL, message, { remedy: 'See its log.' })
}

function servicesOf(settings: LocalRouterSettings): Services {
  const services = Object.fromEntries(
    Object.entries(settings.services).map(([name, { listen, blue, green }]): [string, ForwardedService] => [
      name,
      { listen: addressOf(name, listen), blue: addressOf(name, blue), green: addressOf(name, green) },
    ]),
  )
  const listens = Object.values(services).map(({ listen }) => textOf(listen))
  const targets = Object.values(services).flatMap(({ blue, green }) => [textOf(blue), textOf(green)])
  const clash =
    listens.find((text, index) => listens.indexOf(text) !== index) ??
    targets.find((text) => listens.includes(text))
  if (clash === undefined) return services
  throw new UserError('bad_router_address', `The local router cannot use ${clash} twice.`, {
    remedy: 'Each service needs its own listen address, and no color may listen there.',
  })
}

function addressOf(service: string, text: string): Address {
  const address = parseAddress(text)
  if (address) return address
  throw new UserError(
    'bad_router_address',
    `"${text}" of ${service} in the local router is not a valid address.`,
    {
      remedy: 'Write host:port, such as 127.0.0.1:5000 or [::1]:5000.',
    },
  )
}

function textOf({ host, port }: Address): string {
  return `${host}:${port}`
}

/** Make sure that a target accepts connections. */
function accepts(service: string, target: Address, timeoutMs: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const connection = connect(target)
    const fail = (why: string) => {
      connection.destroy()
      const message = `nothing accepts connections at ${textOf(target)} (${why}).`
      reject(
        new RouterError('target_unhealthy', service, message, { remedy: 'Start the service of that color.' }),
      )
    }
    connection.setTimeout(timeoutMs, () => fail(`no answer within ${timeoutMs} ms`))
    connection.on('error', (error) => fail(systemCode(error) ?? error.message))
    connection.on('connect', () => {
      connection.destroy()
      resolve()
    })
  })
}

/** Another run may have started the same forwarder a moment ago: it opens its ports first, and then its control socket. */
async function comesUp(
  running: () => Promise<ForwarderStatus | undefined>,
  timeoutMs: number,
): Promise<boolean> {
  const deadline = performance.now() + Math.min(timeoutMs, 1_000)
  while (performance.now() < deadline) {
    if (await running()) return true
    await delay(25)
  }
  return false
}

function cannotListen(service: string, address: Address | undefined, code: string): RouterError {
  const where = address ? textOf(address) : 'its control socket'
  if (code !== 'EADDRINUSE') {
    return new RouterError(
      'router_misconfigured',
      service,
      `the forwarder cannot listen at ${where} (${code}).`,
    )
  }
  const message = `the forwarder cannot listen at ${where}: another program listens there.`
  const remedy = `Stop the service that was started there by hand, or the local router of another environment (ss -ltnp "sport = :${address?.port}" names it), or choose another address.`
  return new RouterError('router_refused', service, message, { remedy })
}

function startedOtherwise(status: ForwarderStatus, what: string): RouterError {
  const message = `a forwarder with other ${what} is running (process ${status.pid}).`
  return new RouterError('router_misconfigured', LOCAL, message, {
    remedy: `Stop it (changeover router stop, or kill ${status.pid}) and try again: the next shift restarts it.`,
  })
}
