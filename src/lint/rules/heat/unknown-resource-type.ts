import { distance } from 'fastest-levenshtein'
import { nearest } from '../../../platform/nearest.js'
import type { YamlScalar } from '../../../yaml/tree.js'
import { defineRule, type Problem } from '../../engine/rule.js'
import { type HeatFacts, namespaceOf } from '../../facts/heat.js'
import type { HotTemplate } from '../../readers/heat/model.js'
import { template } from './shared/type-rules.js'

export default defineRule<HotTemplate>({
  id: 'heat/unknown-resource-type',
  severity: 'error',
  summary: 'a resource has a type that Heat does not have',
  help: 'Heat refuses a template with a resource type that it does not have. A type is one of Heat itself, a template (a file that ends with .yaml or .template), or a name that an environment maps to one of them. A type of a namespace that Heat does not know is left alone: an environment elsewhere or a plugin may bring it.',
  example: { bad: template('OS::Neutron::Nett'), good: template('OS::Neutron::Net') },
  *check({ path, uses, folder }) {
    for (const { type, resolved } of uses) {
      if (!type || resolved.what !== 'none') continue
      if (/\.(yml|hot|json)$/i.test(type.text)) {
        yield otherExtension(path, type)
        continue
      }
      const near = meantType(type.text, folder.facts)
      const longer = near ?? longerType(type.text, folder.facts)
      const namespace = namespaceOf(type.text)
      if (!near && !folder.facts.namespaces.has(namespace)) continue
      yield {
        file: path,
        range: type.range,
        // what Heat does not have, a plugin of the cloud may
        ...(near ? {} : { severity: 'warning' as const }),
        message: `Heat has no resource type "${type.text}".`,
        help: longer
          ? `Did you mean "${longer}"?`
          : `Use one of the types in ${namespace}, or map this one in an environment.`,
      }
    }
  },
})

function otherExtension(file: string, { text, range }: YamlScalar): Problem {
  return {
    file,
    range,
    message: `Heat takes no file for a template that is called "${text}".`,
    help: 'Let the name of the template end with .yaml or .template.',
  }
}

/** The type that was meant: the same namespace with a near last part, or a near namespace with the same last part. */
function meantType(type: string, facts: HeatFacts): string | undefined {
  const namespace = namespaceOf(type)
  const last = type.slice(namespace.length + 2)
  if (facts.namespaces.has(namespace)) {
    const siblings = facts.names.filter((name) => namespaceOf(name) === namespace)
    const lasts = siblings.map((name) => name.slice(namespace.length + 2))
    const near = nearest(last, lasts)
    return near && `${namespace}::${near}`
  }
  return facts.names.find((name) => {
    const other = namespaceOf(name)
    return (
      name.slice(other.length + 2) === last && distance(other.toLowerCase(), namespace.toLowerCase()) <= 2
    )
  })
}

/** `OS::Neutron::Net` for `OS::Neutron::Network`. */
function longerType(type: string, facts: HeatFacts): string | undefined {
  const namespace = namespaceOf(type)
  return facts.names.find((name) => namespaceOf(name) === namespace && type.startsWith(name))
}
