import { asScalar, asSequence, type YamlScalar } from '../../../../yaml/tree.js'
import { isTemplatedValue } from '../../../engine/definition.js'
import type { Call } from '../../../readers/heat/calls.js'
import type { HotTemplate, ResourceUse } from '../../../readers/heat/model.js'

export const template = (attribute: string) => `heat_template_version: 2018-08-31
resources:
  network: { type: OS::Neutron::Net }
outputs:
  mtu: { value: { get_attr: [network, ${attribute}] } }
`

export interface Asked {
  scalar: YamlScalar
  resource: ResourceUse
}

/** Where get_attr names an attribute of a resource of the template, both literally. */
export function* askedAttributes({ calls, uses }: HotTemplate): Iterable<Asked> {
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

export function isMadeLater({ placeholders }: Call, text: string): boolean {
  if (isTemplatedValue(text) || text.includes('%')) return true
  return placeholders === 'all' || placeholders.some((part) => text.includes(part))
}
