import {
  asMapping,
  asScalar,
  asSequence,
  childOf,
  entryOf,
  type YamlEntry,
  type YamlNode,
} from '../../../yaml/tree.js'
import { isTemplatedValue } from '../../engine/definition.js'
import type { HotTemplate, Resolved, ResourceUse } from './model.js'
import { isTemplateName, referencedPath } from './template-paths.js'

/** Group types, each with the property that defines its members. */
const GROUPS: Readonly<Record<string, string>> = {
  'OS::Heat::ResourceGroup': 'resource_def',
  'OS::Heat::AutoScalingGroup': 'resource',
}

/** The resources of a template, each group followed by the definition of its members. */
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

/** Resolves a type in the order that Heat does: template files, environments, Heat's own types. */
export function resolveType(template: HotTemplate, name: string): Resolved {
  const { folder } = template
  if (isTemplateName(name)) return templateAt(template, referencedPath(template.path, name))
  const type = folder.facts.type(name)
  const target = folder.environments.targetOf(name)
  if (target === undefined) return type ? { what: 'heat', type } : { what: 'none' }
  // a template that replaces a type of Heat can have other properties than that type
  return target === 'unknown' || type ? { what: 'unknown' } : templateAt(template, target)
}

function templateAt({ folder }: HotTemplate, path: string | undefined): Resolved {
  const template = path === undefined ? undefined : folder.templates.get(path)
  return template ? { what: 'template', template } : { what: 'unknown' }
}

/** The definition from which a group creates its members. */
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

/** Whether the resource exists outside of the stack, so that Heat ignores its properties. */
export function isExternal({ definition }: ResourceUse): boolean {
  return childOf(definition, 'external_id') !== undefined
}

/** The names in the `depends_on` of a resource. */
export function* dependsOn(resource: YamlNode): Iterable<{ name: string; node: YamlNode }> {
  const needed = childOf(resource, 'depends_on')
  for (const node of asSequence(needed)?.items ?? (needed ? [needed] : [])) {
    const name = asScalar(node)?.text
    if (name) yield { name, node }
  }
}
