import type { Definition } from '../lint/engine/definition.js'
import { rootMapping } from '../lint/engine/definition.js'
import { asScalar, asSequence, childOf, entriesOf, type YamlEntry, type YamlNode } from '../yaml/tree.js'
import { type Facet, HIDDEN, isSecretFile, textsOf, type What } from './facet.js'

/** A facet for each key of a mapping. */
export function keyFacets(
  what: What | ((key: string) => What),
  where: string,
  entries: readonly YamlEntry[],
): Facet[] {
  return entries.map(({ key, value }) => {
    const { value: text, shown } = textsOf(key, value)
    return {
      ...{ what: typeof what === 'string' ? what : what(key), name: key, where, value: text },
      shown: isSecretFile(where) ? HIDDEN : shown,
    }
  })
}

/** The resources with their properties, the parameters and the outputs of a Heat template. */
export function heatFacets(definition: Definition): Facet[] {
  const root = rootMapping(definition)
  const where = definition.path
  const section = (name: string) => entriesOf(childOf(root, name))
  return [
    ...keyFacets('parameter', where, section('parameters')),
    ...keyFacets('output', where, section('outputs')),
    ...keyFacets('option', where, [...section('parameter_groups'), ...section('conditions')]),
    ...section('resources').flatMap((resource) => resourceFacets(where, resource)),
  ]
}

function resourceFacets(where: string, { key: name, value }: YamlEntry): Facet[] {
  const part = { what: 'resource', name } as const
  const type = asScalar(childOf(value, 'type'))?.text ?? ''
  const inside = (prefix: string, entries: readonly YamlEntry[]) =>
    keyFacets('property', where, entries).map((facet) => ({
      ...facet,
      name: `${name}${prefix}.${facet.name}`,
      part,
    }))
  const own = entriesOf(value).filter(({ key }) => key !== 'type' && key !== 'properties')
  return [
    { ...part, where, value: type, shown: type },
    ...inside('', entriesOf(childOf(value, 'properties'))),
    ...inside(':', own),
  ]
}

/** The parameters and resource mappings of a Heat environment. */
export function heatEnvironmentFacets(definition: Definition): Facet[] {
  const where = definition.path
  return entriesOf(rootMapping(definition)).flatMap(({ key, value }) =>
    keyFacets(key === 'resource_registry' ? 'resource' : 'parameter', where, entriesOf(value)),
  )
}

/** The settings of kolla-ansible and kayobe. `enable_*` settings are services. */
export function settingFacets(definition: Definition): Facet[] {
  return keyFacets(
    (key) => (/^enable_/.test(key) ? 'service' : 'option'),
    definition.path,
    entriesOf(rootMapping(definition)),
  )
}

/** The plays of a playbook, the tasks of a list, or the keys of a mapping. */
export function ansibleFacets(definition: Definition): Facet[] {
  const where = definition.path
  const [document] = definition.yaml?.documents ?? []
  const list = asSequence(document)
  if (!list) return keyFacets('option', where, entriesOf(rootMapping(definition)))
  return list.items.map((item, index): Facet => {
    const play = childOf(item, 'hosts')
    const name = labelOf(item) ?? `${index + 1}`
    return { what: play ? 'play' : 'task', name, where, ...textsOf(name, item) }
  })
}

function labelOf(item: YamlNode): string | undefined {
  return (asScalar(childOf(item, 'name')) ?? asScalar(childOf(item, 'hosts')))?.text
}

/** The environments and services of changeover.yml, and its other keys. */
export function manifestFacets(definition: Definition): Facet[] {
  const where = definition.path
  return entriesOf(rootMapping(definition)).flatMap((entry): Facet[] => {
    const { key, value } = entry
    if (key === 'services') return keyFacets('service', where, entriesOf(value))
    if (key !== 'environments') return keyFacets('option', where, [entry])
    return entriesOf(value).flatMap((environment): Facet[] => {
      const part = { what: 'environment', name: environment.key } as const
      const keys = keyFacets('option', where, entriesOf(environment.value))
      return [
        { ...part, where, value: '', shown: '' },
        ...keys.map((facet) => ({ ...facet, name: `${environment.key}.${facet.name}`, part })),
      ]
    })
  })
}
