import { asScalar, entriesOf, type YamlEntry, type YamlNode } from '../../../yaml/tree.js'
import { type Definition, isTemplatedValue, rootMapping } from '../../engine/definition.js'
import type { ReadFile } from './config.js'
import type { IniOption, IniSection } from './ini.js'
import { serviceOfOverrides } from './services.js'

/** The variables of openstack-ansible that are rendered into services' files, each read as that file. */
export function overridesIn(definition: Pick<Definition, 'path' | 'yaml'>): ReadFile[] {
  return entriesOf(rootMapping(definition)).flatMap(({ key, value }) => {
    const service = serviceOfOverrides(key)
    const sections = service ? entriesOf(value).map(sectionOf) : []
    if (sections.length === 0) return []
    const ini = { sections, problems: [], hasUnknownLines: false }
    return [{ path: definition.path, title: key, isVariable: true, ini, service }]
  })
}

function sectionOf({ key, keyRange, value }: YamlEntry): IniSection {
  const options = entriesOf(value).map(optionOf)
  return { name: key, range: keyRange, headers: [{ range: keyRange, branch: '' }], options }
}

function optionOf({ key, keyRange, value }: YamlEntry): IniOption {
  const text = written(value)
  return {
    name: key,
    nameRange: keyRange,
    value: text ?? '',
    valueRange: value.range,
    lines: [{ text: text ?? '', range: value.range }],
    // the deployment tool decides how to write lists and mappings
    isTemplated: text === undefined || isTemplatedValue(text),
    branch: '',
  }
}

/** The value as a template writes it: booleans in Python's words. */
function written(node: YamlNode): string | undefined {
  const scalar = asScalar(node)
  if (!scalar || scalar.tag !== undefined || scalar.value === null) return undefined
  if (typeof scalar.value === 'boolean') return scalar.value ? 'True' : 'False'
  return String(scalar.value)
}
