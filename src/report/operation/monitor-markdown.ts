import type { MonitorEndpoint, MonitorReport } from '../../deploy/monitor/report.js'
import { codeCell, inline } from '../escape.js'
import { count, digits, duration } from '../figures.js'
import { blocks, mermaid, table } from '../markdown.js'
import { latency, type Strategy, stretchesOf } from './monitor.js'
import { timelinePicture } from './picture.js'

/** The figures of the monitor: each endpoint before, during and after the shift, and all endpoints over time. */
export function monitorMarkdown(monitor: MonitorReport, strategy: Strategy): string {
  const { failed, sent, rate, endpoints, not_judged } = monitor
  const picture = timelinePicture(monitor, strategy)
  return blocks(
    `#### Monitor: ${count(failed, 'failed request')} of ${digits(sent)}`,
    `${count(rate, 'request')} a second to each endpoint, ${failuresText(monitor)}. Times are measured from when a request was due.`,
    table(
      ['Endpoint', 'When', 'Requests', 'Failed', 'p50', 'p95', 'p99', 'Slowest'],
      endpoints.flatMap((endpoint) => endpointRows(endpoint, strategy)),
    ),
    picture === undefined ? '' : mermaid(picture),
    ...not_judged.map(
      ({ endpoint, budget, why }) => `Not judged: \`${budget}\` of ${inline(endpoint)}, ${inline(why)}.`,
    ),
  )
}

function failuresText({ failed, failed_kinds, outage_ms }: MonitorReport): string {
  if (failed === 0) return 'none failed'
  const kinds = Object.entries(failed_kinds).map(([kind, n]) => `${n} ${inline(kind)}`)
  return `${failed} failed (${kinds.join(', ')}) within ${duration(outage_ms)}`
}

function endpointRows(endpoint: MonitorEndpoint, strategy: Strategy): string[][] {
  const who = `${inline(endpoint.name)} ${codeCell(endpoint.url)}`
  const rows = stretchesOf(endpoint, strategy).map(({ name, figures }, index) => [
    ...[index === 0 ? who : '', name, String(figures.sent), String(figures.failed)],
    ...[figures.p50_ms, figures.p95_ms, figures.p99_ms, figures.slowest_ms].map(latency),
  ])
  return rows.length > 0 ? rows : [[who, 'no requests', '0', '0', '', '', '', '']]
}
