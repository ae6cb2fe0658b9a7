import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect, Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { RouterError } from '../router.js'

/** A stats socket on another machine. */
export interface SshTarget {
  user: string | undefined
  host: string
  port: number | undefined
  /** The socket's path there. */
  path: string
}

export interface SshOptions {
  /** Milliseconds for a command there. */
  timeoutMs: number
  /** Milliseconds for the connection; default 15000. */
  connectMs?: number
  /** The folder for the sockets, with a short path; default the system's folder for temporary files. */
  temporaryFolder?: string
  /** Ends the connection when it aborts; it also ends with this process, however that ends. */
  signal?: AbortSignal | undefined
  /** A file of options for ssh beside the user's own; for tests. */
  configFile?: string
  /** The environment of ssh. Default: that of this process. */
  env?: NodeJS.ProcessEnv
}

/** How a command on the other machine ended. */
export interface SshResult {
  exitCode: number | null
  stdout: string
  stderr: string
}

/**
 * A name that began with a dash would be an option of ssh. A path must contain neither a separator nor a token (`%h`, `${HOME}`)
 * of ssh's forwarding.
 */
const ADDRESS =
  /^ssh:\/\/(?:([A-Za-z0-9_][A-Za-z0-9._-]*)@)?(?:\[([0-9A-Fa-f:.]+)\]|([A-Za-z0-9][A-Za-z0-9._-]*))(?::(\d{1,5}))?(\/[A-Za-z0-9._/@+-]+)$/

/** Ends ssh when this process has ended, even by kill -9: the standard input is closed then. */
const GUARDED =
  'exec 3<&0; { read -r _ <&3; kill "$$"; } >/dev/null 2>&1 & exec 3<&-; exec ssh "$@" </dev/null'

const CONNECT_MS = 15_000
const MAX_OUTPUT_BYTES = 64 * 1024 * 1024
const KEPT_COMPLAINT = 500

/** Read `ssh://user@host:port/path`. @returns undefined when the text is not such an address */
export function parseSshAddress(address: string): SshTarget | undefined {
  const match = ADDRESS.exec(address)
  const [, user, ipv6, name, port, path] = match ?? []
  const host = ipv6 ?? name
  if (host === undefined || path === undefined || Number(port ?? 22) < 1 || Number(port ?? 22) > 65_535)
    return undefined
  return { user, host, port: port === undefined ? undefined : Number(port), path }
}

/**
 * One connection to a node by the ssh of this machine, with its keys, its agent and its known hosts. It forwards the stats
 * socket to a local one, and runs commands on the node. It is opened when it is first needed, kept, and opened again when it
 * has ended. It never asks for a password, and refuses an unknown host.
 */
export class SshSession {
  private connection: Promise<Connection> | undefined

  constructor(
    private readonly name: string,
    private readonly target: SshTarget,
    private readonly options: SshOptions,
  ) {}

  /** The path of the socket on this machine. @throws RouterError `router_unreachable` */
  async socket(): Promise<string> {
    return (await this.connected()).socket
  }

  /** The last message of ssh, such as a missing socket. */
  async complaint(): Promise<string> {
    return (await this.connection?.catch(() => undefined))?.complaint() ?? ''
  }

  /**
   * Run a script on the node, with `input` on its standard input. The script is a constant: values are passed in the input.
   *
   * @throws RouterError `router_unreachable` when it does not end in time, or the connection breaks
   */
  async run(script: string, input: string): Promise<SshResult> {
    const { folder } = await this.connected()
    const args = [
      ...this.commonArgs(),
      '-S',
      join(folder, 'master'),
      '-o',
      'ControlMaster=no',
      ...this.destination(),
    ]
    const result = await capture(spawnSsh([...args, script]), input, this.options.timeoutMs)
    if (result === 'timeout') {
      throw this.unreachable(`a command over ssh did not end within ${this.options.timeoutMs} ms`)
    }
    if (result.exitCode === 255 || result.exitCode === null)
      throw this.unreachable(`ssh failed: ${complaintOf(result.stderr)}`)
    return result
  }

  /** Close the connection. It also ends with this process. */
  async close(): Promise<void> {
    const connection = await this.connection?.catch(() => undefined)
    await connection?.close()
  }

  private connected(): Promise<Connection> {
    if (this.connection) return this.connection
    const started = this.connect()
    this.connection = started
    const forget = () => {
      if (this.connection === started) this.connection = undefined
    }
    started.then((connection) => connection.onEnd(forget), forget)
    return started
  }

  private async connect(): Promise<Connection> {
    this.options.signal?.throwIfAborted()
    const folder = await mkdtemp(join(this.options.temporaryFolder ?? tmpdir(), 'changeover-ssh-'))
    const socket = join(folder, 'node')
    const clean = () => rm(folder, { recursive: true, force: true })
    if (!/^[A-Za-z0-9._/-]{1,80}$/.test(socket)) {
      await clean()
      throw new RouterError('router_misconfigured', this.name, `${folder} cannot hold a socket for ssh.`, {
        remedy:
          'Set TMPDIR to a folder whose path is short and contains only letters, digits and the characters . _ -',
      })
    }
    const forward = ['-N', '-M', '-S', join(folder, 'master'), '-L', `${socket}:${this.target.path}`]
    const args = [...this.commonArgs(), ...forward, ...FORWARDING, ...this.destination()]
    const { env = process.env } = this.options
    const child = spawn('sh', ['-c', GUARDED, 'ssh', ...args], { stdio: ['pipe', 'ignore', 'pipe'], env })
    const connection = new Connection(child, folder, socket)
    const stop = () => void connection.close()
    this.options.signal?.addEventListener('abort', stop, { once: true })
    await this.waitFor(connection)
    return connection
  }

  private async waitFor(connection: Connection): Promise<void> {
    const limitMs = this.options.connectMs ?? CONNECT_MS
    const deadline = performance.now() + limitMs
    while (!(await isListening(connection.socket))) {
      const late = performance.now() > deadline
      if (connection.alive() && !late) {
        await delay(10)
        continue
      }
      await connection.close()
      const why = late ? `no connection within ${limitMs} ms` : connection.complaint()
      throw this.unreachable(`ssh failed: ${why || 'it ended at once'}`)
    }
  }

  private commonArgs(): string[] {
    const seconds = Math.max(1, Math.ceil((this.options.connectMs ?? CONNECT_MS) / 1_000))
    const { port, user } = this.target
    return [
      ...(this.options.configFile === undefined ? [] : ['-F', this.options.configFile]),
      ...[
        '-x',
        '-a',
        '-T',
        '-o',
        'BatchMode=yes',
        '-o',
        'StrictHostKeyChecking=yes',
        '-o',
        'PermitLocalCommand=no',
      ],
      ...['-o', `ConnectTimeout=${seconds}`, '-o', 'ConnectionAttempts=1', '-o', 'LogLevel=INFO'],
      ...(port === undefined ? [] : ['-p', `${port}`]),
      ...(user === undefined ? [] : ['-l', user]),
    ]
  }

  private destination(): string[] {
    return ['--', this.target.host]
  }

  private unreachable(why: string): RouterError {
    return new RouterError('router_unreachable', this.name, `${why.replace(/\.$/, '')}.`, {
      remedy: `\`ssh -o BatchMode=yes ${this.target.host} true\` must work as the user that runs this, without a question.`,
    })
  }
}

const FORWARDING = [
  ...['-o', 'ExitOnForwardFailure=yes', '-o', 'StreamLocalBindUnlink=yes', '-o', 'StreamLocalBindMask=0177'],
  ...['-o', 'ControlPersist=no', '-o', 'ServerAliveInterval=5', '-o', 'ServerAliveCountMax=3'],
]

/** Whether a socket accepts connections. ssh creates it a moment before it listens. */
function isListening(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path)
    socket.on('error', () => resolve(false))
    socket.on('connect', () => {
      socket.destroy()
      resolve(true)
    })
  })
}

/** ssh's own process, and the folder with its sockets. */
class Connection {
  private output = ''
  private ended = false
  private readonly cleanUp = () => rmSync(this.folder, { recursive: true, force: true })

  constructor(
    private readonly child: ChildProcess,
    readonly folder: string,
    readonly socket: string,
  ) {
    process.once('exit', this.cleanUp)
    child.once('exit', () => this.end())
    child.once('error', () => this.end())
    child.stdin?.on('error', () => {})
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.output = `${this.output}${text}`.slice(-10 * KEPT_COMPLAINT)
    })
    // ssh ends with this process, and must not keep it alive
    child.unref()
    for (const stream of [child.stdin, child.stderr]) if (stream instanceof Socket) stream.unref()
  }

  alive(): boolean {
    return !this.ended
  }

  onEnd(then: () => void): void {
    if (this.ended) then()
    else this.child.once('exit', then)
  }

  complaint(): string {
    return complaintOf(this.output)
  }

  async close(): Promise<void> {
    if (this.ended) return
    const exit = once(this.child, 'exit')
    this.child.kill('SIGTERM')
    await exit
  }

  private end(): void {
    this.ended = true
    this.child.stdin?.destroy()
    process.removeListener('exit', this.cleanUp)
    this.cleanUp()
  }
}

function spawnSsh(args: readonly string[]): ChildProcess {
  return spawn('ssh', args, { stdio: ['pipe', 'pipe', 'pipe'] })
}

function capture(child: ChildProcess, input: string, timeoutMs: number): Promise<SshResult | 'timeout'> {
  return new Promise((resolve) => {
    const output = { stdout: '', stderr: '' }
    const timer = setTimeout(() => {
      child.kill('SIGKILL')
      resolve('timeout')
    }, timeoutMs)
    for (const name of ['stdout', 'stderr'] as const) {
      child[name]?.setEncoding('latin1').on('data', (text: string) => {
        output[name] += text
        if (output[name].length > MAX_OUTPUT_BYTES) child.kill('SIGKILL')
      })
    }
    child.once('error', (error) => {
      clearTimeout(timer)
      resolve({ exitCode: null, stdout: '', stderr: error.message })
    })
    child.once('close', (exitCode) => {
      clearTimeout(timer)
      resolve({ exitCode, ...output })
    })
    child.stdin?.on('error', () => {}) // it may end before it has read everything: the exit status tells
    child.stdin?.end(input, 'latin1')
  })
}

/** The last line that is not empty. */
function complaintOf(text: string): string {
  return text.trim().split('\n').at(-1)?.trim().slice(0, KEPT_COMPLAINT) ?? ''
}
