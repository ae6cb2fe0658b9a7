import type { GateReport, RolledReport } from '../deploy/operations/result.js'
import { inline } from './escape.js'
import { count, duration } from './figures.js'
import { blocks, table } from './markdown-parts.js'

/** Names in a table's cell, at most. */
const SHOWN = 20

/** What the gates said. */
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

/** Which hosts are on the release, and which are not. */
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
