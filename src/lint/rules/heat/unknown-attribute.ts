import { nearest } from '../../../platform/nearest.js'
import { defineRule } from '../../engine/rule.js'
import type { HotTemplate, Resolved } from '../../readers/heat/model.js'
import { askedAttributes, template } from './shared/attribute-rule.js'

/** Attributes that each resource has whose type is a template. */
const STACK_ATTRIBUTES = ['show', 'OS::stack_id', 'outputs']

export default defineRule<HotTemplate>({
  id: 'heat/unknown-attribute',
  severity: 'error',
  summary: 'get_attr asks for an attribute that the resource does not have',
  help: 'Heat refuses a template when get_attr names an attribute that the type of the resource does not have. The attributes of a resource whose type is another template are the outputs of that template; there the stack fails when it comes to that place. The name, the id or the address of a resource is often get_resource, or an attribute of another name.',
  example: { bad: template('mtus'), good: template('mtu') },
  check(subject, report) {
    for (const { scalar, resource } of askedAttributes(subject)) {
      const known = attributesOf(resource.resolved)
      if (!known || known.has(scalar.text) || scalar.text.startsWith('resource.')) continue
      const near = nearest(scalar.text, known)
      report(
        scalar,
        `${resource.type?.text} has no attribute "${scalar.text}".`,
        near ? `Did you mean "${near}"?` : `It has: ${[...known].join(', ')}.`,
      )
    }
  },
})

function attributesOf(resolved: Resolved): ReadonlySet<string> | undefined {
  if (resolved.what === 'heat') return resolved.type.attributes
  if (resolved.what !== 'template') return undefined
  return new Set([...resolved.template.outputs.map(({ key }) => key), ...STACK_ATTRIBUTES])
}
