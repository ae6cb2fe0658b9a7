import type { Ended } from '../../deploy/ledger/state.js'
import type { HeldRelease, StatusResult } from '../../deploy/operations/status.js'
import type { NodeState } from '../../drivers/routers/router.js'
import { oneLine } from '../escape.js'
import { styler, type TextOptions, table } from '../text.js'

/** How many finished operations are shown; `history` lists all of them. */
const SHOWN = 10

/** The state of an environment, for a terminal. */
export function statusText(status: StatusResult, options: TextOptions): string {
  const style = styler(options)
  const { environment, outcome, operation, unfinished, rollback, router, drift, history, ledger } = status
  const mark = outcome === 'consistent' ? style('green', '✔') : style('red', '✖')
  const lines = [`${mark} ${style('bold', oneLine(environment))}: ${headline(status)}`]
  for (const name of ['blue', 'green', 'in_place'] as const) {
    const held = status[name]
    if (held) lines.push(`  ${name.padEnd(8)} ${describe(held)}`)
  }
  if (rollback) lines.push(`  ${oneLine(`rollback to ${rollback.to} until ${rollback.until}`)}`)
  if (operation && unfinished) {
    const { phase, since, owner, why, remedy } = unfinished
    const who = owner === null ? 'waiting for the next run' : `by ${owner}${why === null ? '' : ` (${why})`}`
    const what = `${operation.kind} of ${operation.release.version}, at ${phase} since ${since}, ${who}`
    lines.push(`  ${style('yellow', 'unfinished')}: ${oneLine(what)}`, `    ${oneLine(remedy)}`)
  }
  for (const { message } of drift) lines.push(`  ${style('red', 'drift')}: ${oneLine(message)}`)
  if (router) lines.push('', nodesTable(router.nodes).trimEnd())
  if (history.length > 0) lines.push('', historyTable(status).trimEnd())
  lines.push('', style('dim', `ledger: ${oneLine(ledger.place)}`))
  return lines.join('\n')
}

function headline({ reason, live, outcome }: StatusResult): string {
  if (reason === 'never_deployed') return 'nothing has been deployed yet'
  if (!live) return 'nothing is live'
  const where = live.color ? ` on ${live.color}` : ''
  const agreement = outcome === 'drifted' ? ', but the running cloud differs' : ''
  return `${oneLine(live.release.version)} is live${where}${agreement}`
}

function describe({ release, state, since }: HeldRelease): string {
  return oneLine(`${release.version} (${release.digest.slice(0, 19)}…) ${state} since ${since}`)
}

function nodesTable(nodes: readonly NodeState[]): string {
  const rows = nodes.map(({ node, current, services, error }) => {
    const where = Object.entries(services).map(([service, target]) => `${service} ${target}`)
    return [node, current ?? error ?? '', where.join(', ')].map(oneLine)
  })
  return table(['node', 'sends traffic to', 'services'], rows)
}

function historyTable({ history }: StatusResult): string {
  const rows = history.slice(0, SHOWN).map((ended) => {
    const { ended_at, kind, release, from_color, to_color, outcome, reason, by } = ended
    const why = reason === 'completed' ? '' : ` (${reason})`
    const way = to_color ? `${from_color ?? 'none'} → ${to_color}` : 'in place'
    return [ended_at, `${kind} ${release.version}`, way, `${outcome}${why}`, monitored(ended), by].map(
      oneLine,
    )
  })
  return table(['ended', 'operation', 'color', 'outcome', 'monitor', 'by'], rows)
}

/** The failed requests that the monitor counted; empty without a monitor. */
function monitored({ monitor }: Ended): string {
  return monitor ? `${monitor.failed} of ${monitor.sent} failed` : ''
}
