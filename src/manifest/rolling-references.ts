import type { EnvironmentSettings, RollingStep } from '../../generated/manifest.js'
import type { YamlPath } from '../yaml/tree.js'
import { checkProbes } from './probe-references.js'
import type { Report } from './problem.js'

/** What the schema cannot see of gates and rolling steps: names that stand there twice, and what would never be asked. */
export function checkRolling(environment: EnvironmentSettings, at: YamlPath, report: Report): void {
  const { gates = [], rolling = [] } = environment
  const named = [
    ['gates', gates, 'gates'],
    ['rolling', rolling, 'steps'],
  ] as const
  for (const [key, list, what] of named) {
    for (const [index, name] of repeated(list.map((one) => one.name))) {
      report([...at, key, index, 'name'], `two ${what} have the name "${name}"`, 'Rename one of them.')
    }
  }
  for (const [index, step] of rolling.entries()) checkStep(step, [...at, 'rolling', index], report)
  if (environment.strategy === 'blue_green' || environment.deploy || environment.rolling) return
  for (const key of ['gates', 'monitor', 'bake'] as const) {
    if (environment[key] === undefined) continue
    report(
      [...at, key],
      `nothing is deployed here, so that ${key} has no effect`,
      'Add deploy or rolling, or remove it.',
    )
  }
}

function checkStep(step: RollingStep, at: YamlPath, report: Report): void {
  const { name, hosts, verify = [] } = step
  if (Array.isArray(hosts)) {
    for (const [index, host] of repeated(hosts)) {
      report([...at, 'hosts', index], `"${name}" has the host "${host}" twice`, 'Remove one of them.')
    }
  }
  checkProbes(verify, [...at, 'verify'], { hasColors: false, isBaked: false }, report)
}

/** The entries that stand there before. */
function repeated(names: readonly string[]): [number, string][] {
  return [...names.entries()].filter(([index, name]) => names.indexOf(name) !== index)
}
