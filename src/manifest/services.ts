import type { Manifest } from '../../generated/manifest.js'
import { SERVICES } from '../openstack/services.js'

/** The name under which tests of all services together are listed; not a service. */
export const TOGETHER = 'together'

/** Each known service with the services it needs: the built-in OpenStack graph, changed by the manifest's `services`. */
export function serviceNeeds(manifest: Pick<Manifest, 'services'>): Map<string, readonly string[]> {
  const needs = new Map<string, readonly string[]>()
  for (const [name, facts] of Object.entries(SERVICES)) needs.set(name, facts.needs)
  for (const [name, settings] of Object.entries(manifest.services ?? {})) {
    needs.set(name, settings.needs ?? needs.get(name) ?? [])
  }
  return needs
}

/** A ring of services that need each other, as `[a, b, a]`, if there is one. */
export function findCycle(needs: ReadonlyMap<string, readonly string[]>): string[] | undefined {
  const finished = new Set<string>()
  const visit = (name: string, trail: string[]): string[] | undefined => {
    if (trail.includes(name)) return [...trail.slice(trail.indexOf(name)), name]
    if (finished.has(name)) return undefined
    for (const need of needs.get(name) ?? []) {
      const cycle = visit(need, [...trail, name])
      if (cycle) return cycle
    }
    finished.add(name)
    return undefined
  }
  for (const name of needs.keys()) {
    const cycle = visit(name, [])
    if (cycle) return cycle
  }
  return undefined
}
