import type { Answer, Verdict } from './probe.js'

/** One answer as the result of an operation shows it. */
export interface AnswerReport {
  /** ISO 8601: when the question was asked. */
  at: string
  /** Milliseconds until the answer. */
  took_ms: number
  verdict: Verdict
  /** A stable name of the problem; `null` for a good answer. */
  reason: string | null
  /** The explanation, for people. For a good answer: what was not asked, or `null`. */
  why: string | null
}

/** How often a probe was asked in a phase, and its answers. Part of the machine contract. */
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

/** Receives every answer. */
export type TakeAnswer = (probe: string, answer: Answer, at: Date, tookMs: number) => void

const KEPT = 5
/** Characters of an explanation that are kept: it may contain what a server sent. */
const MAX_WHY = 300

/** Collects the answers of probes, so that the result shows why an operation ended as it did. */
export class ProbeDiary {
  private readonly entries = new Map<string, ProbeReport>()

  /** A receiver for the answers in a phase. */
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
