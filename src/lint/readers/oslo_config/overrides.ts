import { asScalar, entriesOf, type YamlEntry, type YamlNode } from '../../../yaml/tree.js'
import { type Definition, isTemplatedValue, rootMapping } from '../../engine/definition.js'
import type { IniFile, IniOption, IniSection } from './ini.js'
import { type Service, serviceOfOverrides } from './services.js'

/** One configuration file, or a variable that is written into one. */
export interface ReadFile {
  path: string
  /** How messages call it: `nova.conf` or `nova_nova_conf_overrides`. */
  title: string
  isVariable: boolean
  ini: IniFile
  service: Service | undefined
}

/** The variables of openstack-ansible that are written into services' files, each as if it were that file. */
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
  return { name: key, range: keyRange, headers: [{ range: keyRange, arm: '' }], options }
}

function optionOf({ key, keyRange, value }: YamlEntry): IniOption {
  const text = written(value)
  return {
    name: key,
    nameRange: keyRange,
    value: text ?? '',
    valueRange: value.range,
    lines: [{ text: text ?? '', range: value.range }],
    // lists and mappings are written in ways of the deployment tool's own
    isTemplated: text === undefined || isTemplatedValue(text),
    arm: '',
  }
}

/** What a template makes of the value: Python's words for what YAML knows. */
function written(node: YamlNode): string | undefined {
  const scalar = asScalar(node)
  if (!scalar || scalar.tag !== undefined || scalar.value === null) return undefined
  if (typeof scalar.value === 'boolean') return scalar.value ? 'True' : 'False'
  return String(scalar.value)
}
