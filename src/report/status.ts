import Table from 'cli-table3'
import type { HeldRelease, StatusResult } from '../changeover/status.js'

/** An environment's state, for a terminal. */
export function statusText(status: StatusResult, _options: { color: boolean }): string {
  const lines = [`${status.environment}: ${headline(status)}`]
  for (const name of ['blue', 'green', 'in_place'] as const) {
    const held = status[name]
    if (held) lines.push(`  ${name.padEnd(8)} ${describe(held)}`)
  }
  const { operation } = status
  if (operation) {
    const phase = operation.phases.at(-1)?.phase ?? 'claim'
    const owner = operation.owner === null ? 'it waits for somebody to go on' : `by ${operation.owner.name}`
    lines.push(`  unfinished: ${operation.kind} of ${operation.release.version}, at ${phase}, ${owner}`)
  }
  for (const { message } of status.drift) lines.push(`  drift: ${message}`)
  if (status.history.length > 0) lines.push('', historyTable(status))
  lines.push('', `ledger: ${status.ledger.place}`)
  return lines.join('\n')
}

function headline(status: StatusResult): string {
  if (status.reason === 'never_deployed') return 'nothing was ever deployed'
  if (!status.live) return 'nothing is live'
  const { color, release } = status.live
  const agreement = status.outcome === 'drifted' ? ', but the running cloud differs' : ''
  return `${release.version} is live${color ? ` on ${color}` : ''}${agreement}`
}

function describe({ release, state, since }: HeldRelease): string {
  return `${release.version} (${release.digest.slice(0, 19)}…) ${state} since ${since}`
}

function historyTable(status: StatusResult): string {
  const table = new Table({
    head: ['ended', 'operation', 'way', 'outcome', 'by'],
    style: { head: [], border: [] },
  })
  for (const { ended_at, kind, release, from_color, to_color, outcome, reason, by } of status.history.slice(
    0,
    10,
  )) {
    const why = reason === 'completed' ? '' : ` (${reason})`
    table.push([
      ended_at,
      `${kind} ${release.version}`,
      `${from_color ?? '–'} → ${to_color ?? '–'}`,
      `${outcome}${why}`,
      by,
    ])
  }
  return table.toString()
}
