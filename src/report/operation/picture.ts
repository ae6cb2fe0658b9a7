import type { MonitorReport } from '../../deploy/monitor/report.js'
import type { OperationResult } from '../../deploy/operations/result.js'
import { type Color, otherColor } from '../../drivers/color.js'
import { duration, elapsed } from '../figures.js'
import { BLUE, GRAY, GREEN, node, picture, RED } from '../mermaid.js'
import { markOf } from './monitor.js'

/** The phases of a deploy or a rollback, in their order. */
export function operationPicture(result: OperationResult): string {
  const nodes = result.phases.map(({ phase, state, started_at, ended_at }, index) => {
    const took = state === 'skipped' ? undefined : elapsed(started_at, ended_at)
    return node(`p${index}`, [phase, took === undefined ? state : `${state}, ${duration(took)}`], state)
  })
  const lines = nodes.map((line) => `  ${line}`)
  for (let index = 1; index < nodes.length; index++) lines.push(`  p${index - 1} --> p${index}`)
  return picture(lines, { done: GREEN, failed: RED, skipped: GRAY, running: BLUE })
}

/** Which color has the traffic, and what each color holds. */
export interface BlueGreenView {
  live: Color | null
  /** A few words, for example the version; `null` when nothing is known. */
  blue: string | null
  green: string | null
}

/** Users, the router, the two colors; the thick line leads to the live one. */
export function blueGreenPicture(view: BlueGreenView): string {
  const lines = ['  users(["users"]) --> router["router"]']
  for (const color of ['blue', 'green'] as const) {
    const isLive = view.live === color
    const label = [`${color}, ${isLive ? 'live' : 'idle'}`, ...(view[color] === null ? [] : [view[color]])]
    lines.push(`  ${node(color, label, isLive ? 'live' : 'idle')}`)
    lines.push(isLive ? `  router ==> ${color}` : `  router -.- ${color}`)
  }
  return picture(lines, { live: GREEN, idle: GRAY })
}

/** The two colors after an operation; `undefined` for an environment that has none. */
export function blueGreenView(result: OperationResult): BlueGreenView | undefined {
  const { live, to_color, release, outcome } = result
  if (result.strategy !== 'blue_green' || live === null || live.color === null) return undefined
  const other = otherColor(live.color)
  const view: BlueGreenView = { live: live.color, blue: null, green: null }
  view[live.color] = live.release.version
  if (to_color === other && release !== null) view[other] = `${release.version}, not live`
  else if (outcome === 'promoted' && !wasRetired(result) && result.from_color === other) {
    view[other] = 'ready for a rollback'
  }
  return view
}

function wasRetired({ phases }: OperationResult): boolean {
  return phases.some(
    ({ phase, state }) => (phase === 'contract' || phase === 'retire') && state !== 'skipped',
  )
}

/**
 * The monitor over time, all endpoints together: the 95th percentile as a line, failed requests as bars. `undefined` when
 * there is too little to draw.
 */
export function timelinePicture(
  monitor: MonitorReport,
  strategy: OperationResult['strategy'],
): string | undefined {
  const { timeline } = monitor
  const last = timeline.at(-1)
  if (!last || timeline.length < 2) return undefined
  const zero = markOf(monitor, 'shift_started') ?? markOf(monitor, 'shift_ended')
  const from = zero === undefined ? 'the start' : strategy === 'in_place' ? 'the deploy' : 'the shift'
  const seconds = (ms: number) => String((ms - (zero ?? 0)) / 1000)
  const p95 = timeline.map(({ p95_ms }) => p95_ms ?? 0)
  const failed = timeline.map((moment) => moment.failed)
  return [
    'xychart-beta',
    '  title "p95 in ms (line) and failed requests (bars)"',
    `  x-axis "seconds from ${from}" ${seconds(0)} --> ${seconds(last.at_ms)}`,
    `  y-axis "ms, requests" 0 --> ${Math.ceil(Math.max(1, ...p95, ...failed))}`,
    `  bar [${failed.join(', ')}]`,
    `  line [${p95.join(', ')}]`,
  ].join('\n')
}
