import type { ProbeReport } from '../drivers/probes/diary.js'
import { inline } from './escape.js'
import { count, duration } from './figures.js'
import { blocks, table } from './markdown-parts.js'

/** What the probes said, and of those that did not only say yes, their last answers with times. */
export function probesMarkdown(probes: readonly ProbeReport[]): string {
  if (probes.length === 0) return ''
  const rows = probes.map(({ phase, name, asked, good, bad, inconclusive }) => [
    inline(phase),
    inline(name),
    ...[asked, good, bad, inconclusive].map(String),
  ])
  return blocks(
    `#### ${count(
      probes.reduce((sum, { asked }) => sum + asked, 0),
      'answer',
    )} of probes`,
    table(['Phase', 'Probe', 'Asked', 'Good', 'Bad', 'Inconclusive'], rows),
    ...probes.map(lastAnswers),
  )
}

function lastAnswers({ phase, name, last }: ProbeReport): string {
  if (last.every(({ verdict }) => verdict === 'good')) return ''
  const rows = last.map(({ at, took_ms, verdict, reason, why }) => [
    inline(at),
    duration(took_ms),
    verdict,
    inline(reason ?? ''),
    inline(why ?? ''),
  ])
  return blocks(
    `Last answers of ${inline(name)} (${inline(phase)}):`,
    table(['Asked at', 'Time', 'Answer', 'Reason', 'Why'], rows),
  )
}
