import { nearest } from '../../../../platform/nearest.js'
import { asScalar, asSequence, type YamlScalar } from '../../../../yaml/tree.js'
import { isTemplatedValue } from '../../../engine/definition.js'
import type { Problem, Rule } from '../../../engine/rule.js'
import type { Call } from '../../../readers/heat/calls.js'
import type { HotTemplate, Resolved, ResourceUse } from '../../../readers/heat/model.js'

const template = (attribute: string) => `heat_template_version: 2018-08-31
resources:
  network: { type: OS::Neutron::Net }
outputs:
  mtu: { value: { get_attr: [network, ${attribute}] } }
`

/** Attributes that each resource has whose type is a template. */
const STACK_ATTRIBUTES = ['show', 'OS::stack_id', 'outputs']

interface Asked {
  scalar: YamlScalar
  resource: ResourceUse
}

export const unknownAttribute: Rule<HotTemplate> = {
  id: 'heat/unknown-attribute',
  severity: 'error',
  summary: 'get_attr asks for an attribute that the resource does not have',
  help: 'Heat refuses a template when get_attr names an attribute that the type of the resource does not have. The attributes of a resource whose type is another template are the outputs of that template; there the stack fails when it comes to that place. The name, the id or the address of a resource is often get_resource, or an attribute of another name.',
  example: { bad: template('mtus'), good: template('mtu') },
  *check(subject) {
    for (const { scalar, resource } of askedAttributes(subject)) {
      const known = attributesOf(resource.resolved)
      if (!known || known.has(scalar.text) || scalar.text.startsWith('resource.')) continue
      const near = nearest(scalar.text, known)
      yield {
        file: subject.path,
        range: scalar.range,
        message: `${resource.type?.text} has no attribute "${scalar.text}".`,
        help: near ? `Did you mean "${near}"?` : `It has: ${[...known].join(', ')}.`,
      }
    }
  },
}

function attributesOf(resolved: Resolved): ReadonlySet<string> | undefined {
  if (resolved.what === 'heat') return resolved.type.attributes
  if (resolved.what !== 'template') return undefined
  return new Set([...resolved.template.outputs.map(({ key }) => key), ...STACK_ATTRIBUTES])
}

export const deprecatedAttribute: Rule<HotTemplate> = {
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
}

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

/** Where get_attr names an attribute of a resource of the template, both literally. */
function* askedAttributes({ calls, uses }: HotTemplate): Iterable<Asked> {
  const byName = new Map<string, ResourceUse>()
  for (const use of uses) if (!byName.has(use.entry.key)) byName.set(use.entry.key, use)
  for (const call of calls) {
    const [first, second] = call.name === 'get_attr' ? (asSequence(call.entry.value)?.items ?? []) : []
    const resource = byName.get(asScalar(first)?.text ?? '')
    const scalar = asScalar(second)
    if (!resource || typeof scalar?.value !== 'string' || isMadeLater(call, scalar.text)) continue
    yield { scalar, resource }
  }
}

function isMadeLater({ placeholders }: Call, text: string): boolean {
  if (isTemplatedValue(text) || text.includes('%')) return true
  return placeholders === 'all' || placeholders.some((part) => text.includes(part))
}
