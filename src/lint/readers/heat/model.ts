import type { Range } from '../../../yaml/source.js'
import type { YamlEntry, YamlMapping, YamlNode, YamlScalar } from '../../../yaml/tree.js'
import type { HeatFacts, ResourceType } from '../../facts/heat.js'
import type { Call } from './calls.js'
import type { Registry } from './registry.js'
import type { LanguageVersion } from './versions.js'

/** The Heat templates and environments of a folder, which can refer to each other. */
export interface HeatFolder {
  /** By path. */
  readonly templates: ReadonlyMap<string, HotTemplate>
  /** Loaded on first use. */
  readonly facts: HeatFacts
  readonly environments: Registry
  hasFile(path: string): boolean
}

/** A Heat template (HOT), parsed once for all rules. */
export interface HotTemplate {
  path: string
  root: YamlMapping
  /** The declared version, as written. */
  version: { name: string; range: Range }
  /** `undefined` when no Heat has the declared version. */
  language: LanguageVersion | undefined
  parameters: readonly YamlEntry[]
  conditions: readonly YamlEntry[]
  resources: readonly YamlEntry[]
  outputs: readonly YamlEntry[]
  /** All function calls in the places where Heat evaluates functions: resources, outputs and conditions. */
  calls: readonly Call[]
  /** The calls of each resource. Calls behind an alias count for the first resource that uses the alias. */
  callsOf: ReadonlyMap<YamlEntry, readonly Call[]>
  /** The resources, and the members that groups create, with what is known of their types. */
  readonly uses: readonly ResourceUse[]
  /** Size of the file in bytes. */
  bytes: number
  folder: HeatFolder
}

/** What a resource type refers to. */
export type Resolved =
  | { what: 'heat'; type: ResourceType }
  | { what: 'template'; template: HotTemplate }
  /** An environment maps it, or it is only known when Heat creates the stack. */
  | { what: 'unknown' }
  /** Neither Heat nor an environment in the folder has such a type. */
  | { what: 'none' }

/** A resource of a template, or the definition that a group creates its members from. */
export interface ResourceUse {
  /** The resource's entry in `resources`. */
  entry: YamlEntry
  /** The mapping with `type` and `properties`. */
  definition: YamlNode
  /** `undefined` when the type is not a literal name. */
  type: YamlScalar | undefined
  resolved: Resolved
  properties: YamlEntry | undefined
  /** The text that Heat replaces with the index of each member of a group. */
  placeholder: string | undefined
}
