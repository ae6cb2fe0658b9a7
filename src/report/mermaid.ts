import type { MonitorReport } from '../deploy/monitor/report.js'
import type { OperationResult } from '../deploy/operations/result.js'
import { type Color, otherColor } from '../drivers/color.js'
import type { ServiceRun, StagedTestResult } from '../staged-test/result.js'
import { mermaidLabel } from './escape.js'
import { duration, elapsed } from './figures.js'
import { markOf } from './monitor-parts.js'

/**
 * Pictures in the small part of Mermaid that every renderer draws alike: nodes with quoted labels, plain edges,
 * subgraphs and classes. Ids are ours, never a name from outside: `end` alone would break the picture.
 */

const GREEN = 'fill:#dafbe1,stroke:#1a7f37,color:#1f2328'
const RED = 'fill:#ffebe9,stroke:#cf222e,color:#1f2328'
const GRAY = 'fill:#f6f8fa,stroke:#8c959f,color:#1f2328'
const BLUE = 'fill:#ddf4ff,stroke:#0969da,color:#1f2328'

/** The stages of a test run: which service needs which, and how each ended. */
export function stagedTestPicture(result: StagedTestResult): string {
  const ids = new Map<string, string>()
  for (const { service } of result.stages.flatMap(({ services }) => services))
    ids.set(service, `s${ids.size}`)
  const lines = result.stages.flatMap(({ stage, services }) => [
    `  subgraph stage${stage}["Stage ${stage}"]`,
    ...services.map((run) => `    ${node(ids.get(run.service) ?? '', serviceLabel(run), run.outcome)}`),
    '  end',
  ])
  for (const [from, to] of edgesOf(result)) {
    const [a, b] = [ids.get(from), ids.get(to)]
    if (a !== undefined && b !== undefined) lines.push(`  ${a} --> ${b}`)
  }
  return picture(lines, { passed: GREEN, failed: RED, blocked: GRAY })
}

function serviceLabel(run: ServiceRun): string[] {
  if (run.outcome === 'blocked') return [run.service, `blocked by ${run.blocked_by ?? 'an earlier failure'}`]
  const took = run.runs.reduce((sum, { duration_ms }) => sum + duration_ms, 0)
  return [run.service, `${run.outcome}, ${duration(took)}`]
}

/** From the needed service to the one that needs it; the tests of all together follow what nobody else needs. */
function edgesOf({ needs, stages }: StagedTestResult): [string, string][] {
  const edges = Object.entries(needs).flatMap(([service, needed]) =>
    needed.map((need): [string, string] => [need, service]),
  )
  const last = stages.at(-1)?.services ?? []
  if (stages.length < 2 || last.length !== 1 || last[0]?.service !== 'together') return edges
  const needed = new Set(edges.map(([from]) => from))
  const leaves = stages
    .slice(0, -1)
    .flatMap(({ services }) => services)
    .filter(({ service }) => !needed.has(service))
  return [...edges, ...leaves.map(({ service }): [string, string] => [service, 'together'])]
}

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

/** Who has the users, and what each color holds. */
export interface BlueGreenView {
  live: Color | null
  /** In a few words, for example the version; `null` for nothing that is known. */
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

/** What an operation's result knows of the two colors; `undefined` for an environment that has none. */
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
 * What the monitor saw over time, all endpoints together: the 95th percentile as a line, failed requests as bars.
 * `undefined` when there is too little to draw.
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

/** @param label its lines */
function node(id: string, label: readonly string[], className: string): string {
  return `${id}["${label.map(mermaidLabel).join('<br/>')}"]:::${className}`
}

function picture(lines: readonly string[], classes: Readonly<Record<string, string>>): string {
  const styles = Object.entries(classes).map(([name, style]) => `  classDef ${name} ${style}`)
  return ['flowchart LR', ...lines, ...styles].join('\n')
}
