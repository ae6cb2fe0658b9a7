import { setTimeout as delay } from 'node:timers/promises'
import { RouterError } from '../router.js'
import { localFile, type NodeFile } from './node-file.js'
import { exchange, type HaproxySocket, haproxySocket } from './socket.js'
import { sshFile } from './ssh-file.js'
import { parseSshAddress, type SshOptions, SshSession } from './ssh-session.js'

/** The stats socket of a node, and the files of its machine. */
export interface NodeAccess {
  socket: HaproxySocket
  file(path: string): NodeFile
}

/** ssh reports a failed forwarding a moment after the connection was closed. */
const COMPLAINT_MS = 100

/**
 * Access to a node: a socket and the files of this machine, or both over ssh.
 *
 * @throws UserError `bad_socket_address`
 */
export function nodeAccess(address: string, options: SshOptions): NodeAccess {
  const target = parseSshAddress(address)
  if (!target) {
    const socket = haproxySocket(address, options.timeoutMs)
    return { socket, file: (path) => localFile(address, path) }
  }
  const session = new SshSession(address, target, options)
  const ask = async (command: string) => {
    const path = await session.socket()
    try {
      return await exchange(address, { path }, command, options.timeoutMs)
    } catch (error) {
      await delay(COMPLAINT_MS)
      const complaint = await session.complaint()
      if (!complaint || !(error instanceof RouterError)) throw error
      const message = `${error.message.replace(`${address}: `, '')} ssh: ${complaint}`
      const remedy =
        'Check that HAProxy runs there, that the path is the one of its `stats socket` line, and that the user may use it.'
      throw new RouterError(error.code, address, message, { remedy, cause: error })
    }
  }
  return { socket: { name: address, ask }, file: (path) => sshFile(address, target, session, path) }
}
