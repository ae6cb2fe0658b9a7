import type { Problem, Rule } from '../../../engine/rule.js'
import type { Schema } from '../../../facts/heat.js'
import type { HotTemplate, ResourceUse } from '../../../readers/heat/model.js'
import { propertiesOf } from '../../../readers/heat/parameters.js'
import { isExternal } from '../../../readers/heat/resource-use.js'
import { type Misfit, misfitsOf } from '../../../readers/heat/values.js'

export const VERSION = 'heat_template_version: 2018-08-31\n'

export const subnet = (properties: string) => `${VERSION}resources:
  network: { type: OS::Neutron::Net }
  subnet:
    type: OS::Neutron::Subnet
    properties:
${properties.replace(/^/gm, '      ')}
`

export const GOOD = subnet('network: { get_resource: network }\ncidr: 192.0.2.0/24')

export interface Found extends Misfit {
  /** How messages call the type. */
  owner: string
}

export const found = new WeakMap<HotTemplate, readonly Found[]>()

/** What is wrong with the properties of a template's resources, found once for all rules. */
export function misfits(template: HotTemplate): readonly Found[] {
  const known = found.get(template)
  if (known) return known
  const all = template.uses.flatMap((use) => misfitsOfUse(template, use))
  found.set(template, all)
  return all
}

export function misfitsOfUse(template: HotTemplate, use: ResourceUse): Found[] {
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

export function schemasOf(
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
export function called({ name, parent, owner }: Found): string {
  return parent === undefined ? `"${name}" of ${owner}` : `"${name}" in "${parent}" of ${owner}`
}

export function rule(
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

/** Heat counts its versions by year until 2015.1 and by numbers since. */
export function sinceName(version: string): string {
  return `Heat ${version.trim()}`
}
