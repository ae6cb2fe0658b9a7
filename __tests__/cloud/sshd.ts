import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { freePort } from '../rig/ports.js'

const run = promisify(execFile)
export const SSHD = '/usr/sbin/sshd'

/** A real sshd on the loopback address, with keys of its own, that lets in who runs the test. */
export interface RunningSshd {
  dir: string
  port: number
  /** For ssh: who it is, and whom it knows. */
  config: string
  /** Options of ssh for a machine whose keys nobody knows. */
  strangersConfig: string
  /** What sshd said. */
  log(): string
  /** Processes that it has for connections now. */
  connections(): Promise<number>
  /** End it and its connections. */
  stop(): Promise<void>
}

export async function startSshd(): Promise<RunningSshd> {
  const dir = await mkdtemp(join(tmpdir(), 'changeover-sshd-'))
  const port = await freePort()
  const path = (name: string) => join(dir, name)
  for (const name of ['host', 'user', 'stranger']) {
    await run('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', path(name)])
  }
  const hostKey = (await readFile(path('host.pub'), 'utf8')).split(' ').slice(0, 2).join(' ')
  await writeFile(path('authorized_keys'), await readFile(path('user.pub'), 'utf8'))
  await writeFile(path('known_hosts'), `[127.0.0.1]:${port} ${hostKey}\n`)
  await writeFile(path('sshd_config'), serverConfig(path, port))
  await writeFile(path('config'), clientConfig(path('user'), path('known_hosts')))
  await writeFile(path('strangers'), clientConfig(path('user'), path('nobody_known')))
  if (process.getuid?.() === 0) await mkdir('/run/sshd', { recursive: true })
  const child = spawn(SSHD, ['-D', '-e', '-f', path('sshd_config')], { stdio: ['ignore', 'ignore', 'pipe'] })
  let log = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    log += text
  })
  await listens(child, port, () => log)
  const connections = () => childrenOf(child.pid ?? 0)
  return {
    dir,
    port,
    config: path('config'),
    strangersConfig: path('strangers'),
    log: () => log,
    connections: async () => (await connections()).length,
    async stop() {
      const own = await connections()
      if (child.exitCode === null && child.signalCode === null) {
        child.kill('SIGKILL')
        await once(child, 'exit')
      }
      for (const pid of own) if (existsSync(`/proc/${pid}`)) process.kill(pid, 'SIGKILL')
      await rm(dir, { recursive: true, force: true })
    },
  }
}

function serverConfig(path: (name: string) => string, port: number): string {
  return `
Port ${port}
ListenAddress 127.0.0.1
HostKey ${path('host')}
PidFile none
AuthorizedKeysFile ${path('authorized_keys')}
StrictModes no
PermitRootLogin prohibit-password
PasswordAuthentication no
KbdInteractiveAuthentication no
UsePAM no
LogLevel VERBOSE
`
}

function clientConfig(key: string, knownHosts: string): string {
  return `
IdentityFile ${key}
IdentitiesOnly yes
IdentityAgent none
UserKnownHostsFile ${knownHosts}
GlobalKnownHostsFile none
`
}

async function listens(child: ChildProcess, port: number, log: () => string): Promise<void> {
  const deadline = performance.now() + 10_000
  for (;;) {
    const open = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => socket.destroy(undefined))
      socket.on('connect', () => resolve(true))
      socket.on('error', () => resolve(false))
    })
    if (open) return
    if (child.exitCode !== null || performance.now() > deadline)
      throw new Error(`sshd does not listen:\n${log()}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

async function childrenOf(pid: number): Promise<number[]> {
  const text = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '')
  return text.split(' ').filter(Boolean).map(Number)
}
