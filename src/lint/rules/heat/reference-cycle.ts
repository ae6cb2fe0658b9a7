import type { YamlEntry, YamlNode } from '../../../yaml/tree.js'
import { defineRule } from '../../engine/rule.js'
import { namedBy } from '../../readers/heat/calls.js'
import type { HotTemplate } from '../../readers/heat/model.js'
import { dependsOn } from '../../readers/heat/resource-use.js'
import { reportCycles } from './shared/cycles.js'
import { VERSION } from './shared/examples.js'

export default defineRule<HotTemplate>({
  id: 'heat/reference-cycle',
  severity: 'error',
  summary: 'resources depend on each other in a cycle',
  help: 'Heat creates a resource after the resources that it names in get_resource, get_attr or depends_on. When these references form a cycle, Heat rejects the stack. Break the cycle with a resource that connects two others, such as OS::Neutron::RouterInterface or OS::Cinder::VolumeAttachment.',
  example: {
    bad: `${VERSION}resources:
  front: { type: OS::Neutron::Net, depends_on: back }
  back: { type: OS::Neutron::Net, depends_on: front }
`,
    good: `${VERSION}resources:
  front: { type: OS::Neutron::Net, depends_on: back }
  back: { type: OS::Neutron::Net }
`,
  },
  check(template, report) {
    const references = template.resources.map((entry) => [entry.key, needsOf(template, entry)] as const)
    reportCycles(new Map(references), 'resource', report)
  },
})

/** The resources that a resource certainly depends on: Heat may not evaluate the branches of an `if`. */
function needsOf(template: HotTemplate, entry: YamlEntry): Map<string, YamlNode> {
  const needs = new Map<string, YamlNode>()
  const add = ({ name, node }: { name: string; node: YamlNode }) => {
    if (!needs.has(name)) needs.set(name, node)
  }
  for (const call of template.callsOf.get(entry) ?? []) {
    if (call.isOptional || (call.name !== 'get_resource' && call.name !== 'get_attr')) continue
    const named = namedBy(call)
    if (named) add(named)
  }
  for (const named of dependsOn(entry.value)) add(named)
  return needs
}
