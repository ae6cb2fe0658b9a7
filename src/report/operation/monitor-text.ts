import type { MonitorEndpoint, MonitorReport } from '../../deploy/monitor/report.js'
import { oneLine } from '../escape.js'
import { count, duration } from '../figures.js'
import type { Style } from '../text.js'
import { latency, markOf, type Strategy, stretchesOf, widthOf } from './monitor.js'

const BARS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█']

/** The figures of the monitor: a line for all endpoints, one for each, and one over time. */
export function monitorLines(monitor: MonitorReport, strategy: Strategy, style: Style): string[] {
  const { endpoints, not_judged } = monitor
  return [
    totals(monitor, style),
    ...endpoints.map((endpoint) => endpointLine(endpoint, strategy, style)),
    ...timelineLine(monitor, style),
    ...not_judged.map(({ endpoint, budget, why }) =>
      style('yellow', `${budget} of ${oneLine(endpoint)} was not judged: ${oneLine(why)}`),
    ),
  ]
}

function totals(monitor: MonitorReport, style: Style): string {
  const { sent, failed, rate, slowest_ms, outage_ms, failed_kinds, endpoints } = monitor
  const kinds = Object.entries(failed_kinds).map(([kind, n]) => `${n} ${oneLine(kind)}`)
  const failures =
    failed === 0 ? '0 failed' : `${failed} failed (${kinds.join(', ')}) within ${duration(outage_ms)}`
  const counted = style(failed === 0 ? 'green' : 'red', failures)
  const each = endpoints.length > 1 ? ' each' : ''
  return `${count(sent, 'request')} at ${rate}/s${each}, ${counted}, slowest answer ${duration(slowest_ms)}`
}

function endpointLine(endpoint: MonitorEndpoint, strategy: Strategy, style: Style): string {
  const { name, sent, failed } = endpoint
  const times = stretchesOf(endpoint, strategy)
    .filter(({ figures }) => figures.p95_ms !== null)
    .map(({ name: when, figures }) => `${latency(figures.p95_ms)} ${when}`)
  const failures = failed === 0 ? [] : [style('red', `${failed} of ${sent} failed`)]
  const p95 = times.length === 0 ? ['no good answer'] : [`p95 ${times.join(', ')}`]
  return `${oneLine(name)}: ${[...failures, ...p95].join(', ')}`
}

/** p95 over time as bars, with a cross where requests failed and a line where traffic was shifted. */
function timelineLine(monitor: MonitorReport, style: Style): string[] {
  const { timeline } = monitor
  if (timeline.length < 2) return []
  const width = widthOf(monitor)
  const highest = Math.max(0, ...timeline.map(({ p95_ms }) => p95_ms ?? 0))
  const moved = [markOf(monitor, 'shift_started'), markOf(monitor, 'back_started')]
  const drawn = timeline.map(({ at_ms, failed, p95_ms }) => {
    const isMoved = moved.some((at) => at !== undefined && at >= at_ms && at < at_ms + width)
    return `${isMoved ? '│' : ''}${failed > 0 ? style('red', '✖') : bar(p95_ms, highest)}`
  })
  return [`${drawn.join('')} p95 up to ${duration(highest)}, ${duration(width)} each`]
}

function bar(ms: number | null, highest: number): string {
  if (ms === null) return ' '
  return BARS[Math.min(BARS.length - 1, Math.floor((BARS.length * ms) / (highest || 1)))] ?? ' '
}
