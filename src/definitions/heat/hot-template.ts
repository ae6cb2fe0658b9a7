import type { Range } from '../../yaml/source.js'
import {
  asScalar,
  childOf,
  entriesOf,
  entryOf,
  type YamlEntry,
  type YamlMapping,
  type YamlNode,
} from '../../yaml/tree.js'
import { type Definition, rootMapping } from '../definition.js'
import { type Call, collectCalls } from './calls.js'
import { type LanguageVersion, languageVersion } from './versions.js'

/** A Heat template (HOT), taken apart once for all rules. */
export interface HotTemplate {
  path: string
  root: YamlMapping
  /** What the template says, and where. */
  version: { name: string; range: Range }
  /** `undefined` when no Heat knows the version. */
  language: LanguageVersion | undefined
  parameters: readonly YamlEntry[]
  conditions: readonly YamlEntry[]
  resources: readonly YamlEntry[]
  outputs: readonly YamlEntry[]
  /** All uses of functions where Heat looks for them: resources, outputs and conditions. */
  calls: readonly Call[]
}

export function* hotTemplates(definitions: readonly Definition[]): Iterable<HotTemplate> {
  for (const definition of definitions) {
    const root = rootMapping(definition)
    const versionEntry = entryOf(root, 'heat_template_version')
    if (definition.kind !== 'heat' || !root || !versionEntry) continue
    const section = (name: string) => entriesOf(childOf(root, name))
    const name = asScalar(versionEntry.value)?.text ?? ''
    const language = languageVersion(name)
    yield {
      path: definition.path,
      root,
      version: { name, range: versionEntry.value.range },
      language,
      parameters: section('parameters'),
      conditions: section('conditions'),
      resources: section('resources'),
      outputs: section('outputs'),
      calls: callsIn(['resources', 'outputs', 'conditions'].map((part) => childOf(root, part))),
    }
  }
}

function callsIn(sections: readonly (YamlNode | undefined)[]): Call[] {
  const calls: Call[] = []
  const seen = new Set<YamlNode>()
  // entry by entry: a section's only member may be called as a function is
  for (const section of sections) {
    for (const member of entriesOf(section)) collectCalls(member.value, seen, calls)
  }
  return calls
}
