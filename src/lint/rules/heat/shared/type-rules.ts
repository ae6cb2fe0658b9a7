import { distance } from 'fastest-levenshtein'
import { nearest } from '../../../../platform/nearest.js'
import type { YamlScalar } from '../../../../yaml/tree.js'
import type { Problem, Rule } from '../../../engine/rule.js'
import { type HeatFacts, namespaceOf, type ResourceType } from '../../../facts/heat.js'
import type { HotTemplate, ResourceUse } from '../../../readers/heat/model.js'
import { sinceName } from './property-rules.js'

const template = (type: string, more = '') => `heat_template_version: 2018-08-31
resources:
  web:
    type: ${type}
${more}`

const unknownResourceType: Rule<HotTemplate> = {
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
}

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

const removedResourceType: Rule<HotTemplate> = {
  id: 'heat/removed-resource-type',
  severity: 'error',
  summary: 'a resource has a type for which Heat creates nothing any more',
  help: 'Heat keeps the names of types that it removed, so that old stacks can still be deleted. It accepts a new resource of such a type, calls it complete, and creates nothing. When no release is said, this is a warning, since it is only known for the newest one.',
  example: {
    bad: {
      'release.yml': 'openstack_release: "2026.2"\n',
      'template.yaml': template('OS::Designate::Domain'),
    },
    good: template(
      'OS::Designate::Zone',
      '    properties: { name: example.org., email: admin@example.org }\n',
    ),
  },
  *check(subject) {
    const isAssumed = subject.folder.facts.facts.isAssumed
    for (const [use, type] of oldTypes(subject, true)) {
      yield {
        ...problem(
          subject,
          use,
          type,
          `Heat creates nothing for a resource of type ${use.type?.text}: it was removed.`,
        ),
        ...(isAssumed ? { severity: 'warning' as const } : {}),
      }
    }
  },
}

const deprecatedResourceType: Rule<HotTemplate> = {
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
}

function* oldTypes({ uses }: HotTemplate, isRemoved: boolean): Iterable<[ResourceUse, ResourceType]> {
  for (const use of uses) {
    if (use.resolved.what !== 'heat') continue
    const { type } = use.resolved
    const isOld = type.status === 'hidden' || type.status === 'deprecated'
    if (isOld && (type.properties === undefined) === isRemoved) yield [use, type]
  }
}

function problem(
  { path }: HotTemplate,
  { type, entry }: ResourceUse,
  old: ResourceType,
  message: string,
): Problem {
  const [instead] = old.instead
  return {
    file: path,
    range: type?.range ?? entry.keyRange,
    message,
    help: instead ? `Use ${instead} instead.` : 'Use what replaced it, or remove the resource.',
  }
}

export const typeRules = [unknownResourceType, removedResourceType, deprecatedResourceType]
