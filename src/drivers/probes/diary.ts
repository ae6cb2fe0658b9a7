import type { Answer, Verdict } from './probe.js'

/** One answer as the result of an operation shows it. */
export interface AnswerReport {
  /** ISO 8601: when the question was asked. */
  at: string
  /** Milliseconds until the answer. */
  took_ms: number
  verdict: Verdict
  /** A stable name of what was wrong; `null` for a good answer. */
  reason: string | null
  /** For a good answer, what was not asked, if anything. */
  why: string | null
}

/** How often a probe was asked in a phase, what it said, and its last answers. Part of the machine contract. */
export interface ProbeReport {
  phase: string
  name: string
  asked: number
  good: number
  bad: number
  inconclusive: number
  /** Oldest first, at most five. */
  last: AnswerReport[]
}

/** Told of every answer. */
export type TakeAnswer = (probe: string, answer: Answer, at: Date, tookMs: number) => void

const KEPT = 5
/** Characters of a reason that are kept: some of it may be what a server sent. */
const MAX_WHY = 300

/** Keeps count of what probes said, so that people see afterwards why an operation ended as it did. */
export class ProbeDiary {
  private readonly entries = new Map<string, ProbeReport>()

  /** A taker of the answers that are given in a phase. */
  during(phase: string): TakeAnswer {
    return (name, answer, at, tookMs) => {
      const key = JSON.stringify([phase, name])
      const entry = this.entries.get(key) ?? emptyReport(phase, name)
      this.entries.set(key, entry)
      entry.asked++
      entry[answer.verdict]++
      const { reason, why } = answer.verdict === 'good' ? { reason: null, why: answer.note ?? null } : answer
      entry.last.push({
        at: at.toISOString(),
        took_ms: Math.round(tookMs),
        verdict: answer.verdict,
        reason,
        why: why === null ? null : why.slice(0, MAX_WHY),
      })
      if (entry.last.length > KEPT) entry.last.shift()
    }
  }

  report(): ProbeReport[] {
    return [...this.entries.values()].map((entry) => ({ ...entry, last: [...entry.last] }))
  }
}

function emptyReport(phase: string, name: string): ProbeReport {
  return { phase, name, asked: 0, good: 0, bad: 0, inconclusive: 0, last: [] }
}
