import type { YamlNode } from '../../../../yaml/tree.js'
import type { Problem } from '../../../engine/rule.js'

/** What a resource or a condition needs, by names, and where it says so. */
export type Needs = ReadonlyMap<string, YamlNode>

export type Graph = ReadonlyMap<string, Needs>

export function* circles(file: string, what: string, graph: Graph): Iterable<Problem> {
  for (const cycle of cyclesOf(graph)) {
    const [first = '', second = first] = cycle
    const node = graph.get(first)?.get(second)
    if (!node) continue
    const isSelf = cycle.length === 1
    yield {
      file,
      range: node.range,
      message: isSelf
        ? `The ${what} "${first}" needs itself.`
        : `These ${what}s need each other in a circle: ${shown([...cycle, first])}.`,
      help: isSelf ? 'Remove this reference.' : 'Remove one of these references.',
    }
  }
}

export function shown(names: readonly string[]): string {
  const few = names.length > 8 ? [...names.slice(0, 4), '…', ...names.slice(-3)] : names
  return few.join(' → ')
}

/** One circle for each knot of the graph, in the order of the template; without recursion, since chains are long. */
export function* cyclesOf(graph: Graph): Iterable<string[]> {
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
        // one circle is enough to say: what is on the way to it is done with
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

export function neighbors(graph: Graph, name: string): string[] {
  return [...(graph.get(name)?.keys() ?? [])].filter((key) => graph.has(key)).reverse()
}
