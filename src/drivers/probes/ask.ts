import type { Clock } from '../../platform/clock.js'
import type { TakeAnswer } from './diary.js'
import type { Answer, Probe } from './probe.js'

/** How a probe is asked. */
export interface Schedule {
  /** Milliseconds between two questions. */
  everyMs: number
  /** Good answers in a row that make it pass. */
  passes: number
  /** Bad answers that are tolerated. */
  failures: number
  /** Inconclusive answers in a row that are tolerated. */
  inconclusive: number
}

export interface ScheduledProbe {
  probe: Probe
  schedule: Schedule
}

/** A probe gave too many bad answers, or too many inconclusive ones. */
export class ProbeFailed extends Error {
  readonly code: 'probe_failed' | 'probe_inconclusive'
  readonly probe: string
  /** The stable name of the problem in the last answer. */
  readonly reason: string

  constructor(probe: string, answer: Exclude<Answer, { verdict: 'good' }>) {
    const { verdict, reason, why } = answer
    const what = verdict === 'bad' ? 'failed' : 'got no conclusive answer'
    super(`The probe "${probe}" ${what}: ${why}.`)
    this.name = 'ProbeFailed'
    this.code = verdict === 'bad' ? 'probe_failed' : 'probe_inconclusive'
    this.probe = probe
    this.reason = reason
  }
}

/**
 * Ask all probes in parallel until each has passed.
 *
 * @param take receives every answer
 * @throws ProbeFailed by the first that fails; UserError when a probe's settings allow no question; the signal's reason
 */
export async function askUntilGood(
  probes: readonly ScheduledProbe[],
  clock: Clock,
  signal: AbortSignal,
  take: TakeAnswer = () => {},
): Promise<void> {
  await sideBySide(probes, signal, async ({ probe, schedule }, own) => {
    let good = 0
    const count = { bad: 0, unclear: 0 }
    for (;;) {
      const answer = await askOnce(probe, clock, own, take)
      good = answer.verdict === 'good' ? good + 1 : 0
      count.bad += answer.verdict === 'bad' ? 1 : 0
      count.unclear = answer.verdict === 'inconclusive' ? count.unclear + 1 : 0
      endIfTooMany(probe, answer, count, schedule.failures, schedule.inconclusive)
      if (good >= schedule.passes) return
      await clock.sleep(schedule.everyMs, own)
    }
  })
}

/** The most bad answers in a row that are tolerated while the color has traffic. */
const WATCH_PATIENCE = 2

/**
 * Keep asking all probes for `forMs` milliseconds. The color has traffic, so less is tolerated than before the shift: more than
 * two bad answers in a row fail. An inconclusive answer does not interrupt such a row, and is not a pass as the last one.
 *
 * @param take receives every answer
 * @throws ProbeFailed by the first that fails; UserError when a probe's settings allow no question; the signal's reason
 */
export async function watch(
  probes: readonly ScheduledProbe[],
  forMs: number,
  clock: Clock,
  signal: AbortSignal,
  take: TakeAnswer = () => {},
): Promise<void> {
  if (probes.length === 0) return clock.sleep(forMs, signal) // the monitor watches in that time
  const end = clock.now().getTime() + forMs
  await sideBySide(probes, signal, async ({ probe, schedule }, own) => {
    const count = { bad: 0, unclear: 0 }
    for (;;) {
      const answer = await askOnce(probe, clock, own, take)
      if (answer.verdict === 'good') count.bad = 0
      if (answer.verdict === 'bad') count.bad++
      count.unclear = answer.verdict === 'inconclusive' ? count.unclear + 1 : 0
      const patience = Math.min(schedule.failures, WATCH_PATIENCE)
      endIfTooMany(probe, answer, count, patience, schedule.inconclusive)
      const left = end - clock.now().getTime()
      if (left <= 0) {
        if (answer.verdict === 'good') return
        throw new ProbeFailed(probe.name, answer) // the last answer must be good
      }
      await clock.sleep(Math.min(schedule.everyMs, left), own)
    }
  })
}

async function askOnce(probe: Probe, clock: Clock, signal: AbortSignal, take: TakeAnswer): Promise<Answer> {
  const at = clock.now()
  const started = performance.now()
  const answer = await probe.ask(signal)
  take(probe.name, answer, at, performance.now() - started)
  return answer
}

function endIfTooMany(
  probe: Probe,
  answer: Answer,
  count: { bad: number; unclear: number },
  failures: number,
  inconclusive: number,
): void {
  if (answer.verdict === 'good') return
  const tooMany = answer.verdict === 'bad' ? count.bad > failures : count.unclear > inconclusive
  if (tooMany || answer.final) throw new ProbeFailed(probe.name, answer)
}

/** Run one task per probe. When one fails, the others are stopped and waited for. */
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
