import {
  asMapping,
  asScalar,
  asSequence,
  childOf,
  entryOf,
  type YamlEntry,
  type YamlNode,
  type YamlScalar,
} from '../../../yaml/tree.js'
import { isTemplatedValue } from '../../engine/definition.js'
import type { HotTemplate, Resolved, ResourceUse } from './model.js'
import { isTemplateName, placeOf } from './place.js'

/** Groups and the property that says what they are made of. */
const GROUPS: Readonly<Record<string, string>> = {
  'OS::Heat::ResourceGroup': 'resource_def',
  'OS::Heat::AutoScalingGroup': 'resource',
}

export function usesOf(template: HotTemplate): ResourceUse[] {
  const uses: ResourceUse[] = []
  const seen = new Set<YamlNode>()
  for (const entry of template.resources) {
    let definition: YamlNode | undefined = entry.value
    let placeholder: string | undefined
    while (definition) {
      const use = useOf(template, entry, definition, placeholder)
      uses.push(use)
      const group = asMapping(definition)
      if (!group || seen.has(group)) break
      seen.add(group)
      placeholder = placeholderOf(use) ?? placeholder
      definition = memberOf(use)
    }
  }
  return uses
}

function useOf(
  template: HotTemplate,
  entry: YamlEntry,
  definition: YamlNode,
  placeholder: string | undefined,
): ResourceUse {
  const scalar = asScalar(childOf(definition, 'type'))
  const isName = typeof scalar?.value === 'string' && scalar.text !== '' && !isTemplatedValue(scalar.text)
  const type = isName ? scalar : undefined
  const properties = entryOf(definition, 'properties')
  const resolved = type ? resolveType(template, type.text) : ({ what: 'unknown' } as const)
  return { entry, definition, type, resolved, properties, placeholder }
}

/** What stands behind a type, as Heat would look for it: its own templates, environments, Heat's types. */
export function resolveType(template: HotTemplate, name: string): Resolved {
  const { folder } = template
  if (isTemplateName(name)) return templateAt(template, placeOf(template.path, name)?.path)
  const type = folder.facts.type(name)
  const target = folder.environments.targetOf(name)
  if (target === undefined) return type ? { what: 'heat', type } : { what: 'none' }
  // in place of a type of Heat a template may take more than that type does
  return target === 'unknown' || type ? { what: 'unknown' } : templateAt(template, target)
}

function templateAt({ folder }: HotTemplate, path: string | undefined): Resolved {
  const template = path === undefined ? undefined : folder.templates.get(path)
  return template ? { what: 'template', template } : { what: 'unknown' }
}

/** What a group makes its members of. */
function memberOf({ resolved, properties }: ResourceUse): YamlNode | undefined {
  if (resolved.what !== 'heat') return undefined
  const property = Object.hasOwn(GROUPS, resolved.type.name) ? GROUPS[resolved.type.name] : undefined
  const member = property === undefined ? undefined : childOf(properties?.value, property)
  return asMapping(member) && childOf(member, 'type') ? member : undefined
}

function placeholderOf({ resolved, properties }: ResourceUse): string | undefined {
  if (resolved.what !== 'heat' || resolved.type.name !== 'OS::Heat::ResourceGroup') return undefined
  return asScalar(childOf(properties?.value, 'index_var'))?.text ?? '%index%'
}

/** Whether the cloud already has the resource, so that Heat looks at none of its properties. */
export function isExternal({ definition }: ResourceUse): boolean {
  return childOf(definition, 'external_id') !== undefined
}

/** The names that a resource says it depends on. */
export function* dependsOn(resource: YamlNode): Iterable<YamlScalar> {
  const needed = childOf(resource, 'depends_on')
  for (const node of asSequence(needed)?.items ?? (needed ? [needed] : [])) {
    const scalar = asScalar(node)
    if (scalar?.text) yield scalar
  }
}
