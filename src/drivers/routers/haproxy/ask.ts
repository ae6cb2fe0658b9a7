import { RouterError } from '../router.js'
import type { HaproxySocket } from './socket.js'

/** A server of a backend, with the status that HAProxy gives it: `UP`, `DOWN`, `no check`, `MAINT`, … */
export interface ServerStatus {
  name: string
  status: string
  /** What the last health check found, such as `L4CON` or `L7STS`; empty when there was none. */
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

/** HAProxy said no, or what nobody expected. */
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
    : 'Was HAProxy reloaded, or changed by somebody else, in this moment? Then try again.'
  return new RouterError('router_refused', node, message, { remedy })
}
