import { spawn } from 'node:child_process'
import { systemCode, UserError } from './errors.js'

/** Git said no. `stderr` is what it said. */
export class GitError extends Error {
  readonly exitCode: number | null
  readonly stderr: string

  constructor(args: readonly string[], exitCode: number | null, stderr: string) {
    super(`git ${args.find(isCommand) ?? ''}: ${stderr.trim() || `exit status ${exitCode}`}`)
    this.name = 'GitError'
    this.exitCode = exitCode
    this.stderr = stderr
  }
}

/** The first argument that is no option, and not the setting of a `-c`. */
function isCommand(arg: string, at: number, args: readonly string[]): boolean {
  return !arg.startsWith('-') && args[at - 1] !== '-c'
}

export interface GitOptions {
  cwd: string
  /** Handed to git's standard input. */
  input?: string | Buffer
  /** Added to the environment. */
  env?: Record<string, string>
  /** Milliseconds; default one minute. */
  timeoutMs?: number
  /** The most bytes that git may answer; default 1 GiB. */
  maxBytes?: number
}

/**
 * To be put before git's arguments where it works on a repository of somebody else's: hooks are its own business, and
 * untrusted code in a pull request; it is not the moment to tidy it either.
 */
export const WITHOUT_HOOKS: readonly string[] = [
  ...['-c', 'core.hooksPath=/dev/null'],
  ...['-c', 'gc.auto=0', '-c', 'maintenance.auto=false'],
]

/**
 * Run git with arguments that are never seen by a shell, and without asking the user for a password.
 *
 * @returns what git printed
 * @throws GitError when git fails or does not end in time; UserError `git_missing` when there is no git
 */
export function git(args: readonly string[], options: GitOptions): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = spawn('git', args, {
      cwd: options.cwd,
      env: { ...process.env, GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C', ...options.env },
      stdio: ['pipe', 'pipe', 'pipe'],
    })
    const out: Buffer[] = []
    let bytes = 0
    let stderr = ''
    const stop = (why: string) => {
      stderr += why
      child.kill('SIGKILL')
    }
    const timer = setTimeout(() => stop('no answer in time'), options.timeoutMs ?? 60_000)
    child.stdout.on('data', (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes > (options.maxBytes ?? 1024 ** 3)) stop('the answer is too large')
      else out.push(chunk)
    })
    child.stderr.on('data', (chunk: Buffer) => {
      if (stderr.length < 65_536) stderr += chunk.toString('utf8')
    })
    child.stdin.on('error', () => {}) // git ended before it read everything: its exit status says why
    child.on('error', (error) => {
      clearTimeout(timer)
      if (systemCode(error) !== 'ENOENT') return reject(error)
      reject(
        new UserError('git_missing', `Cannot start git in ${options.cwd}.`, {
          remedy: 'Install git, and check that the folder exists.',
          cause: error,
        }),
      )
    })
    child.on('close', (code) => {
      clearTimeout(timer)
      if (code === 0) resolve(Buffer.concat(out))
      else reject(new GitError(args, code, stderr))
    })
    child.stdin.end(options.input)
  })
}

/** As {@link git}, as one trimmed text. */
export async function gitText(args: readonly string[], options: GitOptions): Promise<string> {
  return (await git(args, options)).toString('utf8').trim()
}

/** The top folder of the repository that `folder` is in. @throws UserError `not_a_repository` */
export async function repositoryRoot(folder: string): Promise<string> {
  try {
    return await gitText(['rev-parse', '--show-toplevel'], { cwd: folder })
  } catch (error) {
    if (!(error instanceof GitError)) throw error
    const dubious = /dubious ownership/.test(error.stderr)
    throw new UserError('not_a_repository', `${folder} is not in a Git repository that git lets us read.`, {
      remedy: dubious
        ? `It belongs to another user. If you trust it: git config --global --add safe.directory ${folder}`
        : 'Run git init there and commit, or choose another folder.',
      cause: error,
    })
  }
}
