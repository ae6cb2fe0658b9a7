import type { GateReport, RolledReport } from '../../deploy/operations/result.js'
import type { ProbeReport } from '../../drivers/probes/diary.js'
import { inline } from '../escape.js'
import { count, duration } from '../figures.js'
import { blocks, table } from '../markdown.js'

/** The most names in a cell. */
const SHOWN = 20

/** The answers of the gates. */
export function gatesMarkdown(gates: readonly GateReport[]): string {
  if (gates.length === 0) return ''
  const rows = gates.map(({ name, passed, exit_status, duration_ms }) => [
    inline(name),
    passed ? 'passed' : '**closed**',
    exit_status === null ? 'none' : String(exit_status),
    duration(duration_ms),
  ])
  return blocks('#### Gates', table(['Gate', '', 'Exit status', 'Time'], rows))
}

/** The hosts that have the release, and those that do not. */
export function rolledMarkdown(rolled: readonly RolledReport[]): string {
  if (rolled.length === 0) return ''
  const all = rolled.reduce((sum, { hosts }) => sum + hosts.length, 0)
  const rows = rolled.map(({ name, hosts, left, done }) => [
    inline(name),
    done ? 'done' : '**not done**',
    hostsCell(hosts),
    left === null ? 'not known yet' : hostsCell(left),
  ])
  return blocks(`#### ${count(all, 'host')} rolled`, table(['Step', '', 'Rolled', 'Left'], rows))
}

function hostsCell(hosts: readonly string[]): string {
  const more = hosts.length > SHOWN ? ` and ${hosts.length - SHOWN} more` : ''
  return `${inline(hosts.slice(0, SHOWN).join(', '))}${more}`
}

/** The answers of the probes, counted; the last ones in detail where not all of them are good. */
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
    table(['Phase', 'Probe', 'Requests', 'Good', 'Bad', 'Inconclusive'], rows),
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
