import { nearest } from '../platform/nearest.js'
import { nearestNode, type YamlNode, type YamlPath } from '../yaml/tree.js'
import type { Manifest } from './manifest.generated.js'
import type { ManifestProblem } from './problem.js'
import { findCycle, serviceNeeds, TOGETHER } from './services.js'

/** What a schema cannot see: names that must exist elsewhere, and values that must fit together. */
export function checkReferences(manifest: Manifest, root: YamlNode): ManifestProblem[] {
  const problems: ManifestProblem[] = []
  const report = (path: YamlPath, message: string, help: string) => {
    const { node, entry } = nearestNode(root, path)
    problems.push({ rule: 'reference', message, help, range: entry?.keyRange ?? node.range })
  }
  const needs = serviceNeeds(manifest)
  const unknownService = (name: string) => {
    const near = nearest(name, needs.keys())
    return near ? `Did you mean "${near}"?` : `Declare it under services, for example:  ${name}: {}`
  }

  for (const [service, settings] of Object.entries(manifest.services ?? {})) {
    for (const [index, need] of (settings.needs ?? []).entries()) {
      if (needs.has(need)) continue
      report(
        ['services', service, 'needs', index],
        `${service} needs "${need}", which is no known service`,
        unknownService(need),
      )
    }
  }
  const cycle = findCycle(needs)
  if (cycle) report(['services'], `services need each other: ${cycle.join(' → ')}`, 'Break the ring.')

  for (const [name, environment] of Object.entries(manifest.environments ?? {})) {
    const at = ['environments', name]
    if (environment.strategy === 'in_place') {
      for (const service of Object.keys(environment.tests ?? {})) {
        if (service === TOGETHER || needs.has(service)) continue
        report([...at, 'tests', service], `"${service}" is no known service`, unknownService(service))
      }
      continue
    }
    for (const [key, backend] of Object.entries(environment.router.haproxy?.map ?? {})) {
      if (backend.includes('{color}')) continue
      report(
        [...at, 'router', 'haproxy', 'map', key],
        `"${backend}" is the same backend for both colors`,
        'Write {color} where the color stands in the name, for example keystone_{color}.',
      )
    }
    for (const [service, addresses] of Object.entries(environment.router.local?.services ?? {})) {
      if (addresses.blue !== addresses.green) continue
      report(
        [...at, 'router', 'local', 'services', service],
        `blue and green of "${service}" have the same address`,
        'Give each color an address of its own.',
      )
    }
  }
  return problems
}
