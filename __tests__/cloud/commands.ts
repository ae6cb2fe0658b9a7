import { spawn } from 'node:child_process'
import { appendFileSync } from 'node:fs'
import { endProcessTree } from '../../src/platform/process-tree.js'
import { CloudError } from './errors.js'

export interface CommandOptions {
  command: string
  args: readonly string[]
  env: Record<string, string>
  cwd: string
  /** Milliseconds until it is ended. */
  timeoutMs: number
  /** What it reads: the place for anything secret, which a command line is not. */
  input?: string
  /** Its stderr is added to this file; failures point there. */
  logFile: string
  /** Exit statuses that are answers, not failures; default 0 only. */
  accept?: readonly number[]
  signal?: AbortSignal | undefined
}

/**
 * Run one command to its end.
 *
 * @throws CloudError `command_failed`; the signal's reason when it aborts, after the command has ended
 */
export async function runCommand(options: CommandOptions): Promise<{ exitCode: number; output: string }> {
  options.signal?.throwIfAborted()
  const child = spawn(options.command, options.args, {
    cwd: options.cwd,
    env: options.env,
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true, // Ctrl-C reaches this process only, which ends the command in good order
  })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString('utf8')
  })
  let errors = ''
  child.stderr.on('data', (chunk: Buffer) => {
    errors = `${errors}${chunk.toString('utf8')}`.slice(-20_000)
    appendFileSync(options.logFile, chunk, { mode: 0o600 })
  })
  child.stdin.on('error', () => {}) // it may end before it has read all
  child.stdin.end(options.input ?? '')

  let timedOut = false
  const end = () => void (child.pid !== undefined && endProcessTree(child.pid))
  const timer = setTimeout(() => {
    timedOut = true
    end()
  }, options.timeoutMs)
  options.signal?.addEventListener('abort', end, { once: true })
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  }).finally(() => {
    clearTimeout(timer)
    options.signal?.removeEventListener('abort', end)
  })
  options.signal?.throwIfAborted()
  if (exitCode !== null && (options.accept ?? [0]).includes(exitCode)) return { exitCode, output }
  const how = timedOut ? `took more than ${options.timeoutMs / 1000} s` : `failed (${exitCode})`
  const tail = errors.trimEnd().split('\n').slice(-8).join('\n')
  throw new CloudError(
    'command_failed',
    `${options.command} ${options.args[0] ?? ''} ${how}:\n${tail}\nAll of it: ${options.logFile}`,
  )
}
