import { spawn } from 'node:child_process'
import { exec } from '@actions/exec'
import { messageOf, systemCode, UserError } from '../errors.js'

/** Git ended with an error. `stderr` is what it printed. */
export class GitError extends Error {
  /** `null` when a signal ended git. */
  readonly exitCode: number | null
  readonly stderr: string

  constructor(args: readonly string[], exitCode: number | null, stderr: string) {
    super(`git ${args.find(isCommand) ?? ''}: ${stderr.trim() || `exit status ${exitCode}`}`)
    this.name = 'GitError'
    this.exitCode = exitCode
    this.stderr = stderr
  }
}

/** The first argument that is neither an option nor the setting of a `-c`. */
function isCommand(arg: string, at: number, args: readonly string[]): boolean {
  return !arg.startsWith('-') && args[at - 1] !== '-c'
}

/** Where git runs. */
export interface GitPlace {
  cwd: string
  /** Added to the environment of this process. */
  env?: Record<string, string>
}

export interface GitOptions extends GitPlace {
  /** Written to git's standard input. */
  input?: string | Buffer
  /** Milliseconds until git is killed with all that it started; default: one minute. */
  timeoutMs?: number
  /** The number of bytes that git may print; default: 1 GiB. */
  maxBytes?: number
}

/**
 * Options of every git command. The hooks of a repository may be untrusted code from a pull request, and are not meant
 * for commands of ours. Maintenance would run in the background.
 */
const OPTIONS: readonly string[] = [
  ...['-c', 'core.hooksPath=/dev/null'],
  ...['-c', 'gc.auto=0', '-c', 'maintenance.auto=false'],
]

/** The environment of every git command: no prompt for a password, messages in English. */
export function gitEnvironment(env: Record<string, string> = {}): Record<string, string> {
  const own = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  )
  return { ...Object.fromEntries(own), GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C', ...env }
}

/** More of what git prints to standard error is dropped. */
const MAX_STDERR = 65_536

/**
 * Run a git command that works on this machine alone and reads no standard input. No shell sees the arguments.
 *
 * @returns what git printed
 * @throws GitError when git fails; UserError `git_missing` when git or the folder does not exist
 */
export async function git(args: readonly string[], { cwd, env }: GitPlace): Promise<Buffer> {
  const out: Buffer[] = []
  let stderr = ''
  const listeners = {
    stdout: (chunk: Buffer) => void out.push(chunk),
    stderr: (chunk: Buffer) => {
      if (stderr.length < MAX_STDERR) stderr += chunk.toString('utf8')
    },
  }
  const options = { cwd, env: gitEnvironment(env), silent: true, ignoreReturnCode: true, listeners }
  let exitCode: number
  try {
    exitCode = await exec('git', [...OPTIONS, ...args], options)
  } catch (error) {
    throw missing(cwd, error) // git's own failures are in the exit status
  }
  if (exitCode !== 0) throw new GitError(args, exitCode, stderr)
  return Buffer.concat(out)
}

/** Like {@link git}, as trimmed text. */
export async function gitText(args: readonly string[], place: GitPlace): Promise<string> {
  return (await git(args, place)).toString('utf8').trim()
}

/**
 * Run a git command that may talk to a remote, or that reads standard input. It gets a deadline and a process group,
 * which @actions/exec does not have; and when git ends before it has read its input, @actions/exec throws EPIPE outside
 * of any promise.
 *
 * @returns what git printed
 * @throws GitError when git fails or does not end in time; UserError `git_missing`
 */
export function gitWithDeadline(args: readonly string[], options: GitOptions): Promise<Buffer> {
  const { cwd, env, input, timeoutMs = 60_000, maxBytes = 1024 ** 3 } = options
  return new Promise((resolve, reject) => {
    const child = spawn('git', [...OPTIONS, ...args], {
      cwd,
      env: gitEnvironment(env),
      stdio: ['pipe', 'pipe', 'pipe'],
      detached: true, // a process group, so that ssh and the remote helpers end with git
    })
    const out: Buffer[] = []
    let bytes = 0
    let stderr = ''
    let stopped = false
    const stop = (why: string) => {
      stopped = true // git may end well all the same, before the signal arrives
      stderr += why
      killGroup(child.pid)
    }
    const timer = setTimeout(() => stop('no answer in time'), timeoutMs)
    child.stdout.on('data', (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes > maxBytes) stop('the answer is too large')
      else out.push(chunk)
    })
    child.stderr.on('data', (chunk: Buffer) => {
      if (stderr.length < MAX_STDERR) stderr += chunk.toString('utf8')
    })
    child.stdin.on('error', () => {}) // git ended before it read everything: its exit status says why
    child.on('error', (error) => {
      clearTimeout(timer)
      reject(systemCode(error) === 'ENOENT' ? missing(cwd, error) : error)
    })
    child.on('close', (code) => {
      clearTimeout(timer)
      if (code === 0 && !stopped) resolve(Buffer.concat(out))
      else reject(new GitError(args, code, stderr))
    })
    child.stdin.end(input)
  })
}

function killGroup(pid: number | undefined): void {
  if (pid === undefined) return
  try {
    process.kill(-pid, 'SIGKILL')
  } catch (error) {
    if (systemCode(error) !== 'ESRCH') throw error // it has ended in the meantime
  }
}

function missing(cwd: string, cause: unknown): UserError {
  return new UserError('git_missing', `Cannot start git in ${cwd}: ${messageOf(cause)}`, {
    remedy: 'Install git, and check that the folder exists.',
    cause,
  })
}

/** The top folder of the repository that contains `folder`. @throws UserError `not_a_repository` */
export async function repositoryRoot(folder: string): Promise<string> {
  try {
    return await gitText(['rev-parse', '--show-toplevel'], { cwd: folder })
  } catch (error) {
    if (!(error instanceof GitError)) throw error
    const dubious = /dubious ownership/.test(error.stderr)
    const message = `${folder} is not in a Git repository that can be read.`
    throw new UserError('not_a_repository', message, {
      remedy: dubious
        ? `It belongs to another user. If you trust it, run: git config --global --add safe.directory ${folder}`
        : 'Run git init there and commit, or choose another folder.',
      cause: error,
    })
  }
}
