import { defineRule } from '../../engine/rule.js'
import type { HotTemplate } from '../../readers/heat/model.js'
import { sinceName } from './shared/property-rules.js'
import { oldTypes, problem, template } from './shared/type-rules.js'

export default defineRule<HotTemplate>({
  id: 'heat/deprecated-resource-type',
  severity: 'warning',
  summary: 'a resource has a type that is deprecated',
  help: 'Heat still takes a deprecated type, but no longer tests or documents it, hides it from the list of types, and removes it in a later release. Move to the type that replaces it.',
  example: {
    bad: template('OS::Nova::FloatingIP', '    properties: { pool: public }\n'),
    good: template('OS::Neutron::FloatingIP', '    properties: { floating_network: public }\n'),
  },
  *check(subject) {
    for (const [use, type] of oldTypes(subject, false)) {
      const since = type.since ? ` since ${sinceName(type.since)}` : ''
      yield problem(subject, use, type, `The resource type ${use.type?.text} is ${type.status}${since}.`)
    }
  },
})
