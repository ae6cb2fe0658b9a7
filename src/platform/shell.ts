import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { systemCode, UserError } from './errors.js'
import { endProcessTree } from './process-tree.js'

/** A user's command, run with `bash -euo pipefail`. */
export interface Command {
  /** The script. Values reach it only through `env`; they are never inserted into its text. */
  run: string
  cwd: string
  /** Added to the environment of this process; `undefined` removes a variable. */
  env?: Record<string, string | undefined>
  /** Milliseconds until the whole process tree is killed. */
  timeoutMs: number
  /** Receives standard output as bytes; only standard error is then read as lines. */
  onStdout?: (chunk: Buffer) => void
}

/** How a command ended. */
export interface CommandResult {
  /** Exit status; `null` when a signal ended it. */
  exitCode: number | null
  /** `exited` on its own, killed at its `timeout`, or `cancelled` by the caller's signal. */
  ended: 'exited' | 'timeout' | 'cancelled'
  durationMs: number
  /** The last lines of standard output and standard error, for messages. */
  tail: string[]
}

/** Runs users' commands. */
export interface Shell {
  /**
   * Run a command. Each line that it prints is passed to `onLine`.
   *
   * A command has ended when bash has. Its background processes keep running if they print somewhere else.
   *
   * @throws UserError `shell_missing` when bash or the folder does not exist
   */
  run(command: Command, onLine?: (line: string) => void, signal?: AbortSignal): Promise<CommandResult>
}

const TAIL_LINES = 20
/** Milliseconds to wait for output after bash has ended: a background process may keep the pipe open. */
const DRAIN_MS = 200

/** Runs commands with bash. */
export const bash: Shell = {
  async run(command, onLine = () => {}, signal) {
    signal?.throwIfAborted()
    const started = performance.now()
    const child = spawn('bash', ['-euo', 'pipefail', '-c', command.run], {
      cwd: command.cwd,
      env: { ...process.env, ...command.env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true, // a process group, so that the whole tree can be killed
    })
    const tail: string[] = []
    const keep = (line: string) => {
      tail.push(line)
      if (tail.length > TAIL_LINES) tail.shift()
      onLine(line)
    }
    const { onStdout } = command
    if (onStdout) child.stdout.on('data', onStdout)
    const stdout = onStdout ? once(child.stdout, 'end') : eachLine(child.stdout, keep)
    const closed = Promise.all([stdout, eachLine(child.stderr, keep)])

    let ended: CommandResult['ended'] = 'exited'
    const stop = (why: 'timeout' | 'cancelled') => {
      ended = why
      if (child.pid !== undefined) void endProcessTree(child.pid)
    }
    const timer = setTimeout(() => stop('timeout'), command.timeoutMs)
    const onAbort = () => stop('cancelled')
    signal?.addEventListener('abort', onAbort, { once: true })
    try {
      const exitCode = await exitOf(child, command.cwd)
      await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, DRAIN_MS))])
      return { exitCode, ended, durationMs: Math.round(performance.now() - started), tail }
    } finally {
      clearTimeout(timer)
      signal?.removeEventListener('abort', onAbort)
      child.stdout.destroy()
      child.stderr.destroy()
    }
  },
}

function exitOf(child: ChildProcess, cwd: string): Promise<number | null> {
  return new Promise((resolve, reject) => {
    child.once('exit', resolve)
    child.once('error', (error) => {
      if (systemCode(error) !== 'ENOENT') return reject(error)
      reject(
        new UserError('shell_missing', `Cannot start bash in ${cwd}.`, {
          remedy: 'Install bash, and check that the folder exists.',
          cause: error,
        }),
      )
    })
  })
}

async function eachLine(stream: NodeJS.ReadableStream, onLine: (line: string) => void): Promise<void> {
  for await (const line of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY }))
    onLine(line)
}
