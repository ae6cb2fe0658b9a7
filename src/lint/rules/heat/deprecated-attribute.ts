import type { YamlScalar } from '../../../yaml/tree.js'
import { defineRule, type Problem } from '../../engine/rule.js'
import type { HotTemplate, ResourceUse } from '../../readers/heat/model.js'
import { askedAttributes, template } from './shared/attribute-rule.js'

export default defineRule<HotTemplate>({
  id: 'heat/deprecated-attribute',
  severity: 'warning',
  summary: 'get_attr asks for an attribute that is deprecated',
  help: 'Heat still answers with a deprecated attribute, but may stop to, and some of them are empty today.',
  example: {
    bad: template('mtu')
      .replace(
        'OS::Neutron::Net }',
        'OS::Nova::Server, properties: { flavor: small, networks: [{ network: web }] } }',
      )
      .replace('mtu]', 'first_address]'),
    good: template('mtu'),
  },
  *check(subject) {
    for (const { scalar, resource } of askedAttributes(subject)) {
      const problem = oldAttribute(subject, scalar, resource)
      if (problem) yield problem
    }
  },
})

function oldAttribute(
  { path }: HotTemplate,
  scalar: YamlScalar,
  { resolved, type }: ResourceUse,
): Problem | undefined {
  const old = resolved.what === 'heat' ? resolved.type.oldAttributes : undefined
  const record = old?.get(scalar.text)
  if (!record || record.status === 'unsupported') return undefined
  const [instead] = record.instead ?? []
  return {
    file: path,
    range: scalar.range,
    message: `The attribute "${scalar.text}" of ${type?.text} is deprecated.`,
    help: instead ? `Use "${instead}" instead.` : 'Use another attribute.',
  }
}
