import type { Color } from '../drivers/color.js'
import { askUntilGood, ProbeFailed, type ScheduledProbe } from '../drivers/probes/ask.js'
import type { NodeState } from '../drivers/routers/router.js'
import type { Clock } from '../platform/clock.js'

/** One difference between the live release and the running cloud. */
export interface Drift {
  kind: 'router' | 'router_unreachable' | 'health'
  message: string
}

/**
 * Compares the running cloud with the ledger: does traffic reach the live color, and is that color healthy?
 * What could not be asked is a difference, not a pass.
 *
 * @param live the live color in the ledger
 * @param nodes the answer of each router node
 * @param probes the probes of the live color
 */
export async function findDrift(
  live: Color,
  nodes: readonly NodeState[],
  probes: readonly ScheduledProbe[],
  clock: Clock,
  signal: AbortSignal,
): Promise<Drift[]> {
  const drift = nodes.flatMap(({ node, current, error }): Drift[] => {
    if (error !== null) return [{ kind: 'router_unreachable', message: `node ${node}: ${error}` }]
    if (current === live) return []
    const where = current === 'split' ? 'to both colors' : current === 'none' ? 'nowhere' : `to ${current}`
    return [{ kind: 'router', message: `${live} is live, but node ${node} sends traffic ${where}` }]
  })
  for (const { probe, schedule } of probes) {
    const failures = Math.min(schedule.failures, 1)
    const unclear = Math.min(schedule.inconclusive, 1)
    const once = { probe, schedule: { ...schedule, passes: 1, failures, inconclusive: unclear } }
    try {
      await askUntilGood([once], clock, signal)
    } catch (error) {
      if (!(error instanceof ProbeFailed)) throw error
      drift.push({ kind: 'health', message: error.message })
    }
  }
  return drift
}
