import { availableParallelism, loadavg } from 'node:os'

/** Milliseconds of processor time that this process has used since its start. Other processes do not add to it. */
export function processorMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/**
 * A limit of time that holds on a busy machine, too: `ms` on a quiet one, and as many times more as work takes longer now. For
 * what other processes do; the time of work in this process is {@link processorMs}.
 */
export function patient(ms: number): number {
  return ms * slowness()
}

/** How many times longer work takes now than on a quiet machine; at least 1. */
function slowness(): number {
  const started = performance.now()
  const used = processorMs()
  while (processorMs() - used < 20) Math.hypot(performance.now(), 1)
  const waited = (performance.now() - started) / 20
  const [lastMinute = 0] = loadavg()
  return Math.max(1, waited, lastMinute / availableParallelism())
}
