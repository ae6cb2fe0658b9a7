import { connect } from 'node:net'
import { systemCode } from '../../platform/errors.js'
import type { Address } from '../address.js'
import { type Answer, bad, GOOD, type Probe } from './probe.js'

export interface TcpProbeOptions {
  name: string
  address: Address
  /** The text to send first. */
  send?: string | undefined
  /** The text that must be among the first bytes received. Without it, a connection is enough. */
  banner?: string | undefined
  timeoutMs: number
}

/** Bytes that the banner is looked for in. */
const SEARCHED = 4096

const REASONS: Record<string, string> = {
  ECONNREFUSED: 'refused',
  ECONNRESET: 'reset',
  EPIPE: 'reset',
  ETIMEDOUT: 'timeout',
  ENOTFOUND: 'unresolved',
  EAI_AGAIN: 'unresolved',
}

/** Opens a connection, and may wait for a banner. */
export function tcpProbe(options: TcpProbeOptions): Probe {
  return { name: options.name, ask: (signal) => ask(options, signal) }
}

async function ask(options: TcpProbeOptions, signal: AbortSignal): Promise<Answer> {
  signal.throwIfAborted()
  const { address, send, banner, timeoutMs } = options
  const where = `${address.host}:${address.port}`
  return new Promise((resolve, reject) => {
    const socket = connect(address)
    const end = (settle: () => void) => {
      clearTimeout(timer)
      signal.removeEventListener('abort', onAbort)
      socket.destroy()
      settle()
    }
    const say = (answer: Answer) => end(() => resolve(answer))
    const onAbort = () => end(() => reject(signal.reason))
    const timer = setTimeout(() => {
      const what = socket.connecting ? 'no connection to' : 'no banner from'
      say(bad('timeout', `${what} ${where} within ${timeoutMs} ms`))
    }, timeoutMs)
    signal.addEventListener('abort', onAbort, { once: true })
    socket.on('error', (error) => {
      const code = systemCode(error) ?? ''
      say(bad(REASONS[code] ?? 'unreachable', `${where}: ${code || error.message}`))
    })
    let heard = ''
    socket.on('connect', () => {
      if (banner === undefined) say(GOOD)
      else if (send !== undefined) socket.write(send)
    })
    const unlike = `${where} did not send "${banner ?? ''}"`
    socket.on('data', (chunk) => {
      heard += chunk.toString('latin1').slice(0, SEARCHED - heard.length)
      if (banner !== undefined && heard.includes(banner)) say(GOOD)
      else if (heard.length >= SEARCHED) say(bad('banner', unlike))
    })
    socket.on('end', () => say(bad('banner', `${unlike} and closed the connection`)))
  })
}
