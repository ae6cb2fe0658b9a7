import { nearest } from '../../../platform/nearest.js'
import { asScalar, asSequence, childOf, type YamlEntry, type YamlNode } from '../../../yaml/tree.js'
import { defineRule } from '../../engine/rule.js'
import { namedBy } from '../../readers/heat/calls.js'
import { conditionsIn } from '../../readers/heat/conditions.js'
import type { HotTemplate } from '../../readers/heat/model.js'

const PSEUDO_PARAMETERS = ['OS::stack_name', 'OS::stack_id', 'OS::project_id']

/** Functions whose first argument names another part of the template. */
const NAMING: ReadonlySet<string> = new Set(['get_param', 'get_resource', 'get_attr', 'if'])

interface Reference {
  what: 'parameter' | 'resource' | 'condition'
  name: string
  node: YamlNode
}

export default defineRule<HotTemplate>({
  id: 'heat/undefined-reference',
  severity: 'error',
  summary: 'a parameter, resource or condition is used that the template does not define',
  help: 'Heat refuses the whole template when get_param, get_resource, get_attr, depends_on, if or condition names something that the template does not define. The three parameters OS::stack_name, OS::stack_id and OS::project_id are always there.',
  example: {
    bad: `heat_template_version: 2018-08-31
parameters:
  image: { type: string }
resources:
  server:
    type: OS::Nova::Server
    properties:
      image: { get_param: imgae }
      flavor: { get_param: image }
`,
    good: `heat_template_version: 2018-08-31
parameters:
  image: { type: string }
resources:
  server:
    type: OS::Nova::Server
    properties:
      image: { get_param: image }
      flavor: small
`,
  },
  check(template, report) {
    const keysOf = (entries: readonly YamlEntry[]) => new Set(entries.map(({ key }) => key))
    const defined = {
      parameter: new Set([...keysOf(template.parameters), ...PSEUDO_PARAMETERS]),
      resource: keysOf(template.resources),
      condition: keysOf(template.conditions),
    }
    for (const { what, name, node } of referencesOf(template)) {
      if (defined[what].has(name)) continue
      const near = nearest(name, defined[what])
      report(
        node,
        `There is no ${what} "${name}".`,
        near ? `Did you mean "${near}"?` : `Define "${name}" under ${what}s, or remove this reference.`,
      )
    }
  },
})

/** Every name by which one part of a template refers to another. */
function* referencesOf(template: HotTemplate): Iterable<Reference> {
  for (const call of template.calls) {
    const named = NAMING.has(call.name) ? namedBy(call) : undefined
    if (!named) continue
    if (call.name === 'get_param') yield { what: 'parameter', ...named }
    if (call.name === 'get_resource' || call.name === 'get_attr') yield { what: 'resource', ...named }
    if (call.name === 'if' && template.language?.hasConditions && asSequence(call.entry.value)) {
      yield* conditionNamed(named.node)
    }
  }
  for (const { value } of template.resources) {
    const needed = childOf(value, 'depends_on')
    for (const node of asSequence(needed)?.items ?? (needed ? [needed] : [])) {
      const scalar = asScalar(node)
      if (scalar?.text) yield { what: 'resource', name: scalar.text, node }
    }
  }
  if (!template.language?.hasConditions) return
  for (const { value } of [...template.resources, ...template.outputs])
    yield* conditionNamed(childOf(value, 'condition'))
  for (const { value } of template.conditions) {
    for (const node of conditionsIn(value)) yield { what: 'condition', name: node.text, node }
  }
}

/** A condition is named by a string; `true` and `false` are conditions themselves. */
function* conditionNamed(node: YamlNode | undefined): Iterable<Reference> {
  const scalar = asScalar(node)
  if (node && typeof scalar?.value === 'string') yield { what: 'condition', name: scalar.text, node }
}
