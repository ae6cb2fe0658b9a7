import {
  asMapping,
  childOf,
  entriesOf,
  type YamlEntry,
  type YamlMapping,
  type YamlNode,
} from '../../../yaml/tree.js'
import type { HeatFolder, HotTemplate } from '../heat/model.js'

/** The sections of an environment file. Source: `heat/common/environment_format.py`. */
export const ENVIRONMENT_SECTIONS: readonly string[] = [
  'parameters',
  'parameter_defaults',
  'resource_registry',
  'encrypted_param_names',
  'event_sinks',
  'parameter_merge_strategies',
]

/** The sections that are lists; all others are maps. */
export const LIST_SECTIONS: ReadonlySet<string> = new Set(['encrypted_param_names', 'event_sinks'])

/** A Heat environment file, parsed once for all rules. */
export interface HeatEnvironment {
  path: string
  root: YamlMapping
  sections: readonly YamlEntry[]
  parameters: readonly YamlEntry[]
  defaults: readonly YamlEntry[]
  /** The resource_registry, if present. */
  registry: YamlEntry | undefined
  /** The template with the same name, to which the environment belongs. */
  template: HotTemplate | undefined
  folder: HeatFolder
}

/** An entry of a resource registry: what a type is mapped to, or a setting of a resource. */
export interface RegistryEntry {
  entry: YamlEntry
  /** Whether `hooks` or `restricted_actions` of a resource. */
  isSetting: boolean
  /** Whether a `base_url` applies, so that paths are not relative to the environment file. */
  hasBase: boolean
}

/** All entries of the registry, also those for single resources. Does not recurse: a file can nest them deeply. */
export function* registryEntries({ registry }: HeatEnvironment): Iterable<RegistryEntry> {
  const work: { node: YamlNode; hasBase: boolean }[] = registry
    ? [{ node: registry.value, hasBase: false }]
    : []
  const seen = new Set<YamlNode>()
  for (let next = work.pop(); next; next = work.pop()) {
    const node = asMapping(next.node)
    if (!node || seen.has(node)) continue
    seen.add(node)
    const hasBase = next.hasBase || childOf(node, 'base_url') !== undefined
    for (const entry of entriesOf(node)) {
      if (asMapping(entry.value)) work.push({ node: entry.value, hasBase })
      else if (entry.key !== 'base_url')
        yield { entry, hasBase, isSetting: entry.key === 'hooks' || entry.key === 'restricted_actions' }
    }
  }
}
