import type { YamlEntry, YamlNode } from '../../../yaml/tree.js'
import { defineRule } from '../../engine/rule.js'
import { namedBy } from '../../readers/heat/calls.js'
import type { HotTemplate } from '../../readers/heat/model.js'
import { dependsOn } from '../../readers/heat/resource-use.js'
import { circles, type Needs } from './shared/cycle-rule.js'

export default defineRule<HotTemplate>({
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
})

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
