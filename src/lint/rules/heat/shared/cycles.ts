import type { YamlNode } from '../../../../yaml/tree.js'
import type { Report } from '../../../engine/rule.js'

/** What each resource or condition depends on, with the places of the references. */
export type Graph = ReadonlyMap<string, ReadonlyMap<string, YamlNode>>

/** Reports each cycle once, at its first reference. */
export function reportCycles(graph: Graph, what: 'resource' | 'condition', report: Report): void {
  for (const cycle of cyclesOf(graph)) {
    const [first = '', second = first] = cycle
    const reference = graph.get(first)?.get(second)
    if (!reference) continue
    if (cycle.length === 1)
      report(reference, `The ${what} "${first}" depends on itself.`, 'Remove this reference.')
    else {
      report(
        reference,
        `These ${what}s depend on each other in a cycle: ${shownPath([...cycle, first])}.`,
        'Remove one of these references.',
      )
    }
  }
}

function shownPath(names: readonly string[]): string {
  const few = names.length > 8 ? [...names.slice(0, 4), '…', ...names.slice(-3)] : names
  return few.join(' → ')
}

/** One cycle of each strongly connected part, in the order of the template. Does not recurse: chains can be long. */
function* cyclesOf(graph: Graph): Iterable<string[]> {
  const done = new Set<string>()
  for (const start of graph.keys()) {
    if (done.has(start)) continue
    const path: string[] = [start]
    const at = new Map([[start, 0]])
    const rest = [neighbors(graph, start)]
    while (path.length > 0) {
      const next = rest.at(-1)?.pop()
      if (next === undefined) {
        const left = path.pop()
        rest.pop()
        if (left !== undefined) {
          at.delete(left)
          done.add(left)
        }
        continue
      }
      const since = at.get(next)
      if (since !== undefined) {
        yield path.slice(since)
        // names on the way to a cycle are not searched again
        for (const name of path) done.add(name)
        break
      }
      if (done.has(next)) continue
      at.set(next, path.length)
      path.push(next)
      rest.push(neighbors(graph, next))
    }
  }
}

function neighbors(graph: Graph, name: string): string[] {
  return [...(graph.get(name)?.keys() ?? [])].filter((key) => graph.has(key)).reverse()
}
