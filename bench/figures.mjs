// Shared by the benchmarks: measure a program, compute medians, print a table.
import { spawn, spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

/** The Node that runs the benchmarks: version 24, like the actions. */
export const NODE = process.execPath

/**
 * The full figure, or a small one with `./script/bench --short`: CI only checks that each benchmark still runs.
 */
export function fullOr(full, short) {
  return process.env.CHANGEOVER_BENCH_SHORT ? short : full
}

/**
 * Run a program and wait for it.
 *
 * @returns the wall time and the CPU time (user and system) in milliseconds, and the exit status
 */
export function timed(command, args, options = {}) {
  // Node does not report the CPU time of a child; bash does, in milliseconds
  const run = spawnSync(
    'bash',
    ['-c', 'TIMEFORMAT="%R %U %S"; time "$@" >/dev/null 2>&1', '-', command, ...args],
    {
      encoding: 'utf8',
      env: { PATH: process.env.PATH, HOME: process.env.HOME, LC_ALL: 'C.UTF-8', ...options.env },
      cwd: options.cwd,
    },
  )
  const [wall, user, system] = run.stderr.trim().split('\n').at(-1).split(' ').map(Number)
  if (!Number.isFinite(system)) throw new Error(`cannot measure ${command}: ${run.stderr}`)
  return { wall: wall * 1000, cpu: (user + system) * 1000, status: run.status }
}

/**
 * Like {@link timed}, with the peak memory of the program in MiB; `undefined` without /proc.
 *
 * @param timeout in ms; a program that takes longer is killed and has no status
 */
export async function measured(command, args, { cwd, timeout = 600_000 } = {}) {
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, LC_ALL: 'C.UTF-8' }
  const script = 'TIMEFORMAT="%R %U %S"; time "$@" >/dev/null 2>&1'
  const child = spawn('bash', ['-c', script, '-', command, ...args], { cwd, env, detached: true })
  let peak
  let errors = ''
  child.stderr.setEncoding('utf8').on('data', (text) => {
    errors += text
  })
  const watch = setInterval(() => {
    peak = Math.max(peak ?? 0, peakOf(child.pid)) || undefined
  }, 10)
  const clock = setTimeout(() => process.kill(-child.pid, 'SIGKILL'), timeout)
  const status = await new Promise((resolve) => child.on('close', resolve))
  clearInterval(watch)
  clearTimeout(clock)
  if (status === null) return { wall: timeout, cpu: undefined, peak, status: undefined }
  const [wall, user, system] = errors.trim().split('\n').at(-1).split(' ').map(Number)
  if (!Number.isFinite(system)) throw new Error(`cannot measure ${command}: ${errors}`)
  return { wall: wall * 1000, cpu: (user + system) * 1000, peak, status }
}

/** The peak memory of the largest child process, in MiB. */
function peakOf(pid) {
  try {
    const children = readdirSync(`/proc/${pid}/task`).flatMap((task) =>
      readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean),
    )
    const marks = children.map(
      (child) => /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child}/status`, 'utf8'))?.[1] ?? 0,
    )
    return Math.max(0, ...marks) / 1024
  } catch {
    return 0 // the process has just ended
  }
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/** The middle half of the values, as text. */
export function spread(values, digits = 0) {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (part) => sorted[Math.round((sorted.length - 1) * part)].toFixed(digits)
  return `${at(0.25)}–${at(0.75)}`
}

export function print(title, head, rows) {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column].length)))
  const line = (row) =>
    row
      .map((text, column) => (column === 0 ? text.padEnd(widths[0]) : text.padStart(widths[column])))
      .join('  ')
  console.log(`\n${title}\n`)
  for (const row of [head, widths.map((width) => '─'.repeat(width)), ...rows])
    console.log(`  ${line(row).trimEnd()}`)
}
