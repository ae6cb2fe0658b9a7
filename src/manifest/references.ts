import type { Manifest } from '../../generated/manifest.js'
import { asRelease, releaseAdvice } from '../openstack/releases.js'
import { nearest } from '../platform/nearest.js'
import { nearestNode, type YamlNode } from '../yaml/tree.js'
import { checkHaproxy } from './haproxy-references.js'
import { checkProbes } from './probe-references.js'
import type { ManifestProblem, Report } from './problem.js'
import { checkRolling } from './rolling-references.js'
import { findCycle, serviceNeeds, TOGETHER } from './services.js'

/** What a schema cannot see: names that must exist elsewhere, and values that must fit together. */
export function checkReferences(manifest: Manifest, root: YamlNode): ManifestProblem[] {
  const problems: ManifestProblem[] = []
  const report: Report = (path, message, help) => {
    const { node, entry } = nearestNode(root, path)
    problems.push({ rule: 'reference', message, help, range: entry?.keyRange ?? node.range })
  }
  checkRelease(manifest, root, problems)
  checkChecks(manifest, report)
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
        `${service} needs "${need}", which is not a known service`,
        unknownService(need),
      )
    }
  }
  const cycle = findCycle(needs)
  if (cycle)
    report(['services'], `services need each other: ${cycle.join(' → ')}`, 'Remove one of these needs.')

  for (const [name, environment] of Object.entries(manifest.environments ?? {})) {
    const at = ['environments', name]
    const hasColors = environment.strategy === 'blue_green'
    const isBaked = hasColors || environment.bake !== undefined
    checkProbes(environment.verify ?? [], [...at, 'verify'], { hasColors, isBaked }, report)
    checkRolling(environment, at, report)
    checkEndpoints(environment.monitor?.endpoints ?? [], [...at, 'monitor', 'endpoints'], report)
    if (environment.strategy === 'in_place') {
      for (const service of Object.keys(environment.tests ?? {})) {
        if (service === TOGETHER || needs.has(service)) continue
        report([...at, 'tests', service], `"${service}" is not a known service`, unknownService(service))
      }
      continue
    }
    if (environment.router.haproxy) checkHaproxy(environment.router.haproxy, at, report)
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

function checkEndpoints(
  endpoints: readonly { name: string }[],
  at: (string | number)[],
  report: Report,
): void {
  for (const [index, { name }] of endpoints.entries()) {
    if (endpoints.findIndex((other) => other.name === name) === index) continue
    report([...at, index, 'name'], `two endpoints have the name "${name}"`, 'Rename one of them.')
  }
}

function checkRelease(manifest: Manifest, root: YamlNode, problems: ManifestProblem[]): void {
  const { openstack_release: said } = manifest
  if (said === undefined || asRelease(String(said))) return
  problems.push({
    rule: 'reference',
    message: `"${said}" is not a known OpenStack release`,
    help: releaseAdvice(String(said)),
    range: nearestNode(root, ['openstack_release']).node.range,
  })
}

function checkChecks(manifest: Manifest, report: Report): void {
  const names = new Set<string>()
  for (const [index, { name, report: format = 'exit', path }] of (
    manifest.validate?.linters ?? []
  ).entries()) {
    const at = ['validate', 'linters', index]
    if (names.has(name)) report([...at, 'name'], `two linters have the name "${name}"`, 'Rename one of them.')
    names.add(name)
    if (path === undefined || format !== 'exit') continue
    report(
      [...at, 'path'],
      `the check "${name}" has a path, but no report`,
      'Add report: sarif or report: junit.',
    )
  }
}
