import type { YamlEntry, YamlNode } from '../../../../yaml/tree.js'
import type { Problem, Rule } from '../../../engine/rule.js'
import { namedBy } from '../../../readers/heat/calls.js'
import { conditionsIn } from '../../../readers/heat/conditions.js'
import type { HotTemplate } from '../../../readers/heat/model.js'
import { dependsOn } from '../../../readers/heat/resource-use.js'

/** What a resource or a condition needs, by names, and where it says so. */
type Needs = ReadonlyMap<string, YamlNode>
type Graph = ReadonlyMap<string, Needs>

export const referenceCycle: Rule<HotTemplate> = {
  id: 'heat/reference-cycle',
  severity: 'error',
  summary: 'resources need each other in a circle',
  help: 'Heat creates a resource after those that it names by get_resource, get_attr or depends_on. When they wait for each other in a circle, it refuses the stack. Break the circle by a resource that only ties two others together, such as OS::Neutron::RouterInterface or OS::Cinder::VolumeAttachment.',
  example: {
    bad: `heat_template_version: 2018-08-31
resources:
  front: { type: OS::Neutron::Net, depends_on: back }
  back: { type: OS::Neutron::Net, depends_on: front }
`,
    good: `heat_template_version: 2018-08-31
resources:
  front: { type: OS::Neutron::Net, depends_on: back }
  back: { type: OS::Neutron::Net }
`,
  },
  *check(template) {
    const graph = new Map(template.resources.map((entry) => [entry.key, needsOf(template, entry)]))
    yield* circles(template.path, 'resource', graph)
  },
}

export const conditionCycle: Rule<HotTemplate> = {
  id: 'heat/condition-cycle',
  severity: 'error',
  summary: 'conditions are made of each other in a circle',
  help: 'A condition can be made of others by not, and, or. When they lead back to themselves, Heat cannot decide any of them and refuses the template.',
  example: {
    bad: `heat_template_version: 2018-08-31
conditions:
  is_test: { not: is_live }
  is_live: { not: is_test }
resources:
  network: { type: OS::Neutron::Net, condition: is_test }
`,
    good: `heat_template_version: 2018-08-31
parameters:
  stage: { type: string }
conditions:
  is_test: { not: is_live }
  is_live: { equals: [{ get_param: stage }, live] }
resources:
  network: { type: OS::Neutron::Net, condition: is_test }
`,
  },
  *check({ path, conditions, language }) {
    if (!language?.hasConditions) return
    const needs = (entry: YamlEntry) =>
      new Map([...conditionsIn(entry.value)].map((node) => [node.text, node]))
    yield* circles(path, 'condition', new Map(conditions.map((entry) => [entry.key, needs(entry)])))
  },
}

function* circles(file: string, what: string, graph: Graph): Iterable<Problem> {
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

function shown(names: readonly string[]): string {
  const few = names.length > 8 ? [...names.slice(0, 4), '…', ...names.slice(-3)] : names
  return few.join(' → ')
}

/** What may be left out by an `if` is no need for certain. */
function needsOf(template: HotTemplate, entry: YamlEntry): Needs {
  const needs = new Map<string, YamlNode>()
  for (const call of template.callsOf.get(entry) ?? []) {
    if (call.isOptional || (call.name !== 'get_resource' && call.name !== 'get_attr')) continue
    const named = namedBy(call)
    if (named && !needs.has(named.name)) needs.set(named.name, named.node)
  }
  for (const scalar of dependsOn(entry.value)) if (!needs.has(scalar.text)) needs.set(scalar.text, scalar)
  return needs
}

/** One circle for each knot of the graph, in the order of the template; without recursion, since chains are long. */
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

function neighbors(graph: Graph, name: string): string[] {
  return [...(graph.get(name)?.keys() ?? [])].filter((key) => graph.has(key)).reverse()
}
