import { nearest } from '../../../../platform/nearest.js'
import type { Problem, Rule } from '../../../engine/rule.js'
import type { Schema } from '../../../facts/heat.js'
import type { HotTemplate, ResourceUse } from '../../../readers/heat/model.js'
import { propertiesOf } from '../../../readers/heat/parameters.js'
import { isExternal } from '../../../readers/heat/resource-use.js'
import { type Misfit, misfitsOf } from '../../../readers/heat/values.js'

const VERSION = 'heat_template_version: 2018-08-31\n'
const subnet = (properties: string) => `${VERSION}resources:
  network: { type: OS::Neutron::Net }
  subnet:
    type: OS::Neutron::Subnet
    properties:
${properties.replace(/^/gm, '      ')}
`
const GOOD = subnet('network: { get_resource: network }\ncidr: 192.0.2.0/24')

interface Found extends Misfit {
  /** How messages call the type. */
  owner: string
}

const found = new WeakMap<HotTemplate, readonly Found[]>()

/** What is wrong with the properties of a template's resources, found once for all rules. */
function misfits(template: HotTemplate): readonly Found[] {
  const known = found.get(template)
  if (known) return known
  const all = template.uses.flatMap((use) => misfitsOfUse(template, use))
  found.set(template, all)
  return all
}

function misfitsOfUse(template: HotTemplate, use: ResourceUse): Found[] {
  const { resolved, properties, entry, type, placeholder } = use
  const schemas = schemasOf(template, use)
  if (!schemas || !type || isExternal(use)) return []
  return misfitsOf(properties?.value, {
    schemas,
    filled: resolved.what === 'heat' ? resolved.type.filled : new Map(),
    owner: properties?.keyRange ?? (placeholder === undefined ? entry.keyRange : type.range),
    isFilledIn: (text) => placeholder !== undefined && placeholder !== '' && text.includes(placeholder),
  }).map((misfit) => ({ ...misfit, owner: type.text }))
}

function schemasOf(
  template: HotTemplate,
  { resolved }: ResourceUse,
): ReadonlyMap<string, Schema> | undefined {
  if (resolved.what === 'heat') return resolved.type.properties
  if (resolved.what !== 'template') return undefined
  const schemas = propertiesOf(resolved.template.parameters)
  for (const name of template.folder.environments.defaults) {
    const schema = schemas.get(name)
    if (schema) schemas.set(name, { ...schema, required: false })
  }
  return schemas
}

/** `"size" of OS::Cinder::Volume`, `"port" in "networks" of OS::Nova::Server`. */
function called({ name, parent, owner }: Found): string {
  return parent === undefined ? `"${name}" of ${owner}` : `"${name}" in "${parent}" of ${owner}`
}

function rule(
  kinds: readonly Misfit['kind'][],
  page: Omit<Rule<HotTemplate>, 'check'>,
  say: (misfit: Found) => Pick<Problem, 'message' | 'help'>,
): Rule<HotTemplate> {
  return {
    ...page,
    *check(template) {
      for (const misfit of misfits(template)) {
        if (kinds.includes(misfit.kind)) yield { file: template.path, range: misfit.range, ...say(misfit) }
      }
    },
  }
}

const unknownProperty = rule(
  ['unknown'],
  {
    id: 'heat/unknown-property',
    severity: 'error',
    summary: 'a resource has a property that its type does not have',
    help: 'Heat refuses a resource with a property that its type does not have. For a resource whose type is another template, the properties are the parameters of that template.',
    example: {
      bad: subnet('network: { get_resource: network }\ncidr: 192.0.2.0/24\ngateway: 192.0.2.1'),
      good: GOOD,
    },
  },
  ({ name, parent, owner, known, schema }) => {
    const near = nearest(name, known)
    const what = parent === undefined ? `${owner} has no property` : `"${parent}" of ${owner} has no key`
    return {
      message: schema?.unimplemented ? `Heat never built "${name}" of ${owner}.` : `${what} "${name}".`,
      help: near && !schema ? `Did you mean "${near}"?` : `Known here: ${shortList(known)}.`,
    }
  },
)

const missingProperty = rule(
  ['missing'],
  {
    id: 'heat/missing-property',
    severity: 'error',
    summary: 'a resource lacks a property that its type needs',
    help: 'Heat refuses to create a resource without the properties that its type requires. For a resource whose type is another template, these are the parameters of that template that have no default.',
    example: { bad: subnet('cidr: 192.0.2.0/24'), good: GOOD },
  },
  ({ name, parent, owner, schema }) => ({
    message: parent === undefined ? `${owner} needs "${name}".` : `"${parent}" of ${owner} needs "${name}".`,
    help: `Add  ${name}: …  (${schema?.type === 'any' ? 'any value' : schema?.type}).`,
  }),
)

const wrongPropertyType = rule(
  ['type'],
  {
    id: 'heat/wrong-property-type',
    severity: 'error',
    summary: 'a property has a value of a type that Heat does not take',
    help: 'Heat turns a value into the type of its property where it can: a number into a string, the text "5" into an integer. What it cannot turn makes the creation of the stack fail.',
    example: {
      bad: subnet('network: { get_resource: network }\ncidr: 192.0.2.0/24\nenable_dhcp: "yes"'),
      good: GOOD,
    },
  },
  (misfit) => ({
    message: `${called(misfit)} ${misfit.demand}, not ${misfit.shown}.`,
    help:
      misfit.demand === 'must be a string' && !misfit.shown.startsWith('a ')
        ? 'Write it in quotes.'
        : 'Write such a value.',
  }),
)

const propertyConstraint = rule(
  ['limit'],
  {
    id: 'heat/property-constraint',
    severity: 'error',
    summary: 'a property has a value that its type does not allow',
    help: 'Heat holds the value of a property to the allowed values, limits and formats of its type before it creates anything, and refuses the stack when one does not fit.',
    example: {
      bad: subnet('network: { get_resource: network }\ncidr: 192.0.2.0/24\nip_version: 5'),
      good: GOOD,
    },
  },
  (misfit) => ({
    message: `${called(misfit)} ${misfit.demand}, not ${misfit.shown}.`,
    help: 'Write a value that is allowed.',
  }),
)

const deprecatedProperty = rule(
  ['old'],
  {
    id: 'heat/deprecated-property',
    severity: 'warning',
    summary: 'a property is deprecated',
    help: 'Heat still takes a deprecated property, but no longer tests or documents it, and may stop to. Most of them have a successor of another name.',
    example: { bad: subnet('network_id: { get_resource: network }\ncidr: 192.0.2.0/24'), good: GOOD },
  },
  (misfit) => {
    const { schema } = misfit
    const [instead] = schema?.instead ?? []
    const since = schema?.deprecated_in ?? schema?.since
    return {
      message: `${called(misfit)} is deprecated${since ? ` since ${sinceName(since)}` : ''}.`,
      help: instead ? `Use "${instead}" instead.` : 'Remove it, or use what replaced it.',
    }
  },
)

/** Heat counts its versions by year until 2015.1 and by numbers since. */
export function sinceName(version: string): string {
  return `Heat ${version.trim()}`
}

function shortList(names: readonly string[]): string {
  if (names.length === 0) return 'none'
  return names.length > 15 ? `${names.slice(0, 15).join(', ')}…` : names.join(', ')
}

export const propertyRules = [
  unknownProperty,
  missingProperty,
  wrongPropertyType,
  propertyConstraint,
  deprecatedProperty,
]
