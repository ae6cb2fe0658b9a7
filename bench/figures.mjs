// What the benchmarks share: running a program for its time, medians, and a table on the terminal.
import { spawnSync } from 'node:child_process'

/** Node 24, which the actions run on. */
export const NODE = process.execPath

/**
 * Run a program to its end.
 *
 * @returns milliseconds on the clock and of CPU time (user and system), and the exit status
 */
export function timed(command, args, options = {}) {
  // bash measures the child's CPU time to the millisecond; Node cannot tell it
  const run = spawnSync(
    'bash',
    ['-c', 'TIMEFORMAT="%R %U %S"; time "$@" >/dev/null 2>&1', '-', command, ...args],
    {
      encoding: 'utf8',
      env: { PATH: process.env.PATH, HOME: process.env.HOME, LC_ALL: 'C', ...options.env },
      cwd: options.cwd,
    },
  )
  const [wall, user, system] = run.stderr.trim().split('\n').at(-1).split(' ').map(Number)
  if (!Number.isFinite(system)) throw new Error(`cannot measure ${command}: ${run.stderr}`)
  return { wall: wall * 1000, cpu: (user + system) * 1000, status: run.status }
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/** The middle half of the values, as text: how much they scatter. */
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
