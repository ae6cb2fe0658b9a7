import { connect, type NetConnectOpts } from 'node:net'
import { systemCode, UserError } from '../../../platform/errors.js'
import { parseAddress } from '../../address.js'
import { RouterError } from '../router.js'

/** HAProxy's Runtime API at one stats socket. */
export interface HaproxySocket {
  /** The address as the user wrote it. Errors name the node by it. */
  readonly name: string
  /**
   * Send one command over a connection of its own, and read the whole answer. Texts are bytes (latin1), so that text that is not
   * UTF-8 stays as it is.
   *
   * @throws RouterError `router_unreachable` without a complete answer in time
   */
  ask(command: string): Promise<string>
}

/** More than any map or statistics page has. A longer answer is not trusted. */
const MAX_ANSWER_BYTES = 16 * 1024 * 1024

/** @throws UserError `bad_socket_address` */
export function haproxySocket(address: string, timeoutMs: number): HaproxySocket {
  const target = parseSocketAddress(address)
  return { name: address, ask: (command) => exchange(address, target, command, timeoutMs) }
}

function parseSocketAddress(address: string): NetConnectOpts {
  const path = /^(?:unix:\/\/|unix@)?(\/.*)$/.exec(address)?.[1]
  if (path !== undefined) return { path }
  const tcp = /^tcp:\/\/(.+)$/.exec(address)?.[1]
  const target = tcp === undefined ? undefined : parseAddress(tcp)
  if (target) return target
  throw new UserError('bad_socket_address', `${address} is not the address of a HAProxy stats socket.`, {
    remedy:
      'Write unix:///run/haproxy/admin.sock, tcp://127.0.0.1:9999 or ssh://user@host/run/haproxy/admin.sock.',
  })
}

/** Send one command to a socket and read the whole answer. @throws RouterError that names the node by `name` */
export function exchange(
  name: string,
  target: NetConnectOpts,
  command: string,
  timeoutMs: number,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const connection = connect(target)
    const chunks: Buffer[] = []
    let bytes = 0
    const fail = (error: RouterError) => {
      clearTimeout(timer)
      connection.destroy()
      reject(error)
    }
    const timer = setTimeout(() => fail(timedOut(name, timeoutMs)), timeoutMs)
    connection.on('connect', () => connection.write(`${command}\n`, 'latin1'))
    connection.on('data', (chunk) => {
      bytes += chunk.length
      if (bytes > MAX_ANSWER_BYTES) fail(brokenOff(name, 'it answered more than 16 MiB'))
      else chunks.push(chunk)
    })
    connection.on('error', (error) => fail(connectionFailed(name, error)))
    connection.on('end', () => {
      const answer = Buffer.concat(chunks).toString('latin1')
      // every answer ends with an empty line: without one, HAProxy ended in the middle of it
      if (answer !== '\n' && !answer.endsWith('\n\n')) {
        return fail(brokenOff(name, 'it closed the connection before its answer was complete'))
      }
      clearTimeout(timer)
      resolve(answer)
    })
  })
}

const IS_IT_RUNNING =
  'Check that HAProxy runs on this node and that its `global` section has a `stats socket` line with this address.'

function timedOut(name: string, timeoutMs: number): RouterError {
  return new RouterError('router_unreachable', name, `no answer within ${timeoutMs} ms.`, {
    remedy:
      'Check that HAProxy is not stopped or overloaded: `echo "show info" | socat - <socket>` must answer.',
  })
}

function brokenOff(name: string, why: string): RouterError {
  return new RouterError('router_unreachable', name, `${why}.`, { remedy: IS_IT_RUNNING })
}

function connectionFailed(name: string, cause: Error): RouterError {
  const code = systemCode(cause)
  if (code === 'ENOENT') {
    return new RouterError('router_unreachable', name, 'the socket does not exist.', {
      remedy: IS_IT_RUNNING,
      cause,
    })
  }
  if (code === 'EACCES' || code === 'EPERM') {
    const remedy =
      'Run as a user that may read and write the socket, or widen it: `stats socket … mode 660 group <group> level operator`.'
    return new RouterError('router_unreachable', name, 'no permission to use the socket.', { remedy, cause })
  }
  if (code === 'ECONNREFUSED') {
    return new RouterError('router_unreachable', name, 'nothing listens on the socket.', {
      remedy: 'HAProxy has ended and left its socket behind, or it listens elsewhere. Start it.',
      cause,
    })
  }
  return new RouterError('router_unreachable', name, `${code ?? cause.message}.`, {
    remedy: IS_IT_RUNNING,
    cause,
  })
}

/** A server of a backend, with the status that HAProxy gives it: `UP`, `DOWN`, `no check`, `MAINT`, … */
export interface ServerStatus {
  name: string
  status: string
  /** The result of the last health check, such as `L4CON` or `L7STS`; empty without one. */
  check: string
  /** Sessions that are open now. */
  sessions: number
}

/** The answer to one command. @throws RouterError `router_unreachable`, and `router_refused` for an unexpected one */
export async function askNode(socket: HaproxySocket, command: string, expected: RegExp): Promise<string> {
  const answer = await socket.ask(command)
  if (!expected.test(answer)) throw refused(socket.name, command, answer)
  return answer
}

/** The servers of each backend. */
export async function readStatistics(socket: HaproxySocket): Promise<Map<string, ServerStatus[]>> {
  const answer = await askNode(socket, 'show stat -1 4 -1', /^# pxname,svname,/)
  const [header = '', ...lines] = answer.split('\n')
  const columns = header.replace(/^# /, '').split(',')
  const servers = new Map<string, ServerStatus[]>()
  for (const line of lines.filter((text) => text !== '')) {
    // None of the columns up to these has a comma in it: they are names and numbers.
    const cells = line.split(',')
    const cell = (name: string) => cells[columns.indexOf(name)] ?? ''
    const server = {
      name: cell('svname'),
      status: cell('status'),
      check: cell('check_status'),
      sessions: Number(cell('scur')),
    }
    servers.set(cell('pxname'), [...(servers.get(cell('pxname')) ?? []), server])
  }
  return servers
}

/** The error for an answer that refuses a command, or is unexpected. */
export function refused(node: string, command: string, answer: string): RouterError {
  const [name = ''] = command.split(/[#@<]/)
  const line = answer.trim().split('\n')[0]?.slice(0, 200) ?? ''
  const message = `HAProxy refused \`${name.trim().slice(0, 200)}\`: ${line || 'it answered nothing'}`
  if (/^Unknown command/.test(line)) {
    const remedy =
      'Map transactions need HAProxy 2.4 or newer, and the stats socket itself, not the master CLI.'
    return new RouterError('router_refused', node, message, { remedy })
  }
  const remedy = /^Permission denied/.test(line)
    ? `Give the stats socket a higher level: \`stats socket … level ${command.startsWith('set server') ? 'admin' : 'operator'}\`${command.startsWith('set server') ? '' : ' (or `level admin`)'}.`
    : 'If HAProxy was reloaded or changed at this moment, try again.'
  return new RouterError('router_refused', node, message, { remedy })
}
