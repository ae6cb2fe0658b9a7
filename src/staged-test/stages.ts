/**
 * Assign services to stages: each service to the first stage after all services that it needs. Services that are not
 * tested still count for the order: nova comes after keystone when only those two are tested, because nova needs glance
 * and glance needs keystone.
 *
 * @param needs the needs of every known service, without cycles
 */
export function stagesOf(
  services: readonly string[],
  needs: ReadonlyMap<string, readonly string[]>,
): { stages: string[][]; edges: Map<string, string[]> } {
  const tested = new Set(services)
  const edges = new Map(services.map((service) => [service, testedNeeds(service, tested, needs)]))
  const depths = new Map<string, number>()
  const depthOf = (service: string): number => {
    const known = depths.get(service)
    if (known !== undefined) return known
    const depth = Math.max(0, ...(edges.get(service) ?? []).map((need) => depthOf(need) + 1))
    depths.set(service, depth)
    return depth
  }
  const stages: string[][] = []
  for (const service of services) {
    const depth = depthOf(service)
    stages[depth] = [...(stages[depth] ?? []), service]
  }
  return { stages, edges }
}

/** The nearest services among those needed, directly or not, that are tested. */
function testedNeeds(
  service: string,
  tested: ReadonlySet<string>,
  needs: ReadonlyMap<string, readonly string[]>,
): string[] {
  const found = new Set<string>()
  const seen = new Set<string>()
  const queue = [...(needs.get(service) ?? [])]
  for (let need = queue.shift(); need !== undefined; need = queue.shift()) {
    if (seen.has(need)) continue
    seen.add(need)
    if (tested.has(need)) found.add(need)
    else queue.push(...(needs.get(need) ?? []))
  }
  return [...found]
}
