import type { ServiceRun, StagedTestResult } from '../../staged-test/result.js'
import { duration } from '../figures.js'
import { GRAY, GREEN, node, picture, RED } from '../mermaid.js'

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

/** Edges from a service to those that need it. The tests of all together follow the services that no other one needs. */
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
