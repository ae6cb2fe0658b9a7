import type { Clock } from '../../platform/clock.js'
import type { Probe } from './probe.js'

/** How a probe is asked. */
export interface Schedule {
  /** Milliseconds between two questions. */
  everyMs: number
  /** Good answers in a row that make it pass. */
  passes: number
  /** Bad answers that are put up with. */
  failures: number
}

export interface ScheduledProbe {
  probe: Probe
  schedule: Schedule
}

/** A probe said no too often. */
export class ProbeFailed extends Error {
  readonly probe: string

  constructor(probe: string, why: string) {
    super(`The probe "${probe}" failed: ${why}.`)
    this.name = 'ProbeFailed'
    this.probe = probe
  }
}

/** Ask all probes side by side until each has passed. @throws ProbeFailed by the first that fails; the signal's reason */
export async function askUntilGood(
  probes: readonly ScheduledProbe[],
  clock: Clock,
  signal: AbortSignal,
): Promise<void> {
  await sideBySide(probes, signal, async ({ probe, schedule }, own) => {
    let good = 0
    let bad = 0
    for (;;) {
      const answer = await probe.ask(own)
      if (answer.good) good++
      else {
        good = 0
        bad++
        if (bad > schedule.failures) throw new ProbeFailed(probe.name, answer.why)
      }
      if (good >= schedule.passes) return
      await clock.sleep(schedule.everyMs, own)
    }
  })
}

/** Bad answers in a row, at most, that are put up with while users are on the color. */
const WATCH_PATIENCE = 2

/**
 * Keep asking all probes for `forMs` milliseconds. While users are on the color there is less patience than
 * before the switch: more than two bad answers in a row end it.
 *
 * @throws ProbeFailed by the first that fails; the signal's reason
 */
export async function watch(
  probes: readonly ScheduledProbe[],
  forMs: number,
  clock: Clock,
  signal: AbortSignal,
): Promise<void> {
  const end = clock.now().getTime() + forMs
  await sideBySide(probes, signal, async ({ probe, schedule }, own) => {
    let bad = 0
    for (;;) {
      const answer = await probe.ask(own)
      bad = answer.good ? 0 : bad + 1
      if (!answer.good && bad > Math.min(schedule.failures, WATCH_PATIENCE))
        throw new ProbeFailed(probe.name, answer.why)
      const left = end - clock.now().getTime()
      if (left <= 0) {
        if (answer.good) return
        throw new ProbeFailed(probe.name, answer.why) // time is up on a bad answer: that is not a pass
      }
      await clock.sleep(Math.min(schedule.everyMs, left), own)
    }
  })
}

/** Run one task per probe; when one fails, the others are stopped and waited for. */
async function sideBySide(
  probes: readonly ScheduledProbe[],
  signal: AbortSignal,
  task: (probe: ScheduledProbe, signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const failed = new AbortController()
  const own = AbortSignal.any([signal, failed.signal])
  const tasks = probes.map((probe) =>
    task(probe, own).catch((error: unknown) => {
      failed.abort(error) // keeps the first reason: what the others then throw is that same reason
      throw own.reason
    }),
  )
  const results = await Promise.allSettled(tasks)
  const bad = results.find((result) => result.status === 'rejected')
  if (bad) throw bad.reason
}
