import { createHash } from 'node:crypto'
import { lstat, mkdir } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import { messageOf, systemCode } from '../../../platform/errors.js'
import { RouterError } from '../router.js'
import type { ForwarderAnswer, ForwarderRequest, ForwarderStatus } from './forwarder.js'

/** The name of the local router in errors. */
export const LOCAL = 'local router'

/** Linux allows 107 bytes for a Unix socket's path, other systems a little less. */
const MAX_SOCKET_PATH_BYTES = 100
const MAX_ANSWER_LENGTH = 1024 * 1024

/**
 * The control socket of the forwarder that listens on these addresses, in a folder below `temporaryFolder` that only this user
 * can write to.
 *
 * @throws RouterError `router_misconfigured`
 */
export async function controlSocket(
  listenAddresses: readonly string[],
  temporaryFolder: string,
): Promise<string> {
  const user = process.getuid?.()
  if (user === undefined)
    throw new RouterError('router_misconfigured', LOCAL, 'it only runs on Linux and macOS.')
  const folder = join(temporaryFolder, `changeover-${user}`)
  const hash = createHash('sha256')
    .update([...listenAddresses].sort().join('\n'))
    .digest('hex')
  const path = join(folder, `${hash.slice(0, 16)}.sock`)
  if (Buffer.byteLength(path) > MAX_SOCKET_PATH_BYTES) {
    throw new RouterError('router_misconfigured', LOCAL, `${path} is too long for a Unix socket.`, {
      remedy: 'Set TMPDIR to a folder with a shorter path.',
    })
  }
  await ownFolder(folder, user)
  return path
}

/** In a shared folder such as /tmp another user could have been first. */
async function ownFolder(folder: string, user: number): Promise<void> {
  try {
    await mkdir(folder, { mode: 0o700 })
  } catch (error) {
    if (systemCode(error) !== 'EEXIST') {
      throw new RouterError('router_misconfigured', LOCAL, messageOf(error), {
        remedy: 'Set TMPDIR to a folder that exists and that you can write to.',
        cause: error,
      })
    }
  }
  const found = await lstat(folder)
  if (found.isDirectory() && found.uid === user && (found.mode & 0o077) === 0) return
  throw new RouterError(
    'router_misconfigured',
    LOCAL,
    `${folder} must be a folder that belongs to you alone.`,
    {
      remedy: `Find out who created it (ls -ld ${folder}) and remove it, or set TMPDIR to a folder of your own.`,
    },
  )
}

/**
 * Ask the forwarder at a control socket.
 *
 * @returns undefined when no forwarder runs there
 * @throws RouterError `router_unreachable` when it does not answer, `router_refused` when it refuses
 */
export async function askForwarder(
  socket: string,
  request: ForwarderRequest,
  timeoutMs: number,
): Promise<ForwarderStatus | undefined> {
  const ask = () => exchange(socket, `${JSON.stringify(request)}\n`, timeoutMs)
  let line = await ask()
  // a forwarder that another run stops at this moment exits without an answer, and refuses the next connection
  if (line === '' && request.do === 'stop') line = await ask()
  if (line === undefined) return undefined
  const answer = parseAnswer(line)
  if (answer === undefined) throw unreachable(socket, 'it broke off its answer')
  if ('error' in answer)
    throw new RouterError('router_refused', LOCAL, `it refused "${request.do}": ${answer.error}`)
  return answer
}

function exchange(socket: string, line: string, timeoutMs: number): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    let text = ''
    const connection = connect({ path: socket })
    const timer = setTimeout(() => {
      connection.destroy()
      reject(unreachable(socket, `no answer within ${timeoutMs} ms`))
    }, timeoutMs)
    connection.setEncoding('utf8')
    connection.on('connect', () => connection.write(line))
    connection.on('data', (chunk) => {
      text += chunk
      if (text.length > MAX_ANSWER_LENGTH) {
        connection.destroy()
        clearTimeout(timer)
        reject(unreachable(socket, 'its answer is too long for a forwarder'))
      }
    })
    connection.on('end', () => {
      clearTimeout(timer)
      resolve(text)
    })
    connection.on('error', (error) => {
      clearTimeout(timer)
      const code = systemCode(error)
      if (code === 'ENOENT' || code === 'ECONNREFUSED') resolve(undefined)
      else if (code === 'ECONNRESET' && text === '') resolve('')
      else reject(unreachable(socket, code ?? error.message))
    })
  })
}

function parseAnswer(line: string): ForwarderAnswer | undefined {
  try {
    const answer: unknown = JSON.parse(line)
    if (typeof answer !== 'object' || answer === null) return undefined
    return 'error' in answer || ('pid' in answer && 'color' in answer && 'services' in answer)
      ? (answer as ForwarderAnswer)
      : undefined
  } catch {
    return undefined
  }
}

function unreachable(socket: string, why: string): RouterError {
  return new RouterError('router_unreachable', LOCAL, `the forwarder at ${socket}: ${why}.`, {
    remedy: 'See its log. If its process hangs, end it: its id is in the file "pid" beside the log.',
  })
}
