import type { Range } from '../../../yaml/source.js'
import type { YamlEntry, YamlMapping, YamlNode, YamlScalar } from '../../../yaml/tree.js'
import type { HeatFacts, ResourceType } from '../../facts/heat.js'
import type { Call } from './calls.js'
import type { Registry } from './registry.js'
import type { LanguageVersion } from './versions.js'

/** What the templates and environments of a folder are to each other. */
export interface HeatFolder {
  readonly templates: ReadonlyMap<string, HotTemplate>
  /** Loaded when the first rule asks. */
  readonly facts: HeatFacts
  readonly environments: Registry
  hasFile(path: string): boolean
}

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
  /** Those of each resource. What an alias brings counts for the first resource that has it. */
  callsOf: ReadonlyMap<YamlEntry, readonly Call[]>
  /** The resources, and those that groups make, with what Heat knows of their types. */
  readonly uses: readonly ResourceUse[]
  /** UTF-8 bytes of the file. */
  bytes: number
  /** The templates and environments beside it. */
  folder: HeatFolder
}

/** What a resource type is. */
export type Resolved =
  | { what: 'heat'; type: ResourceType }
  | { what: 'template'; template: HotTemplate }
  /** An environment maps it, or only Heat can tell. */
  | { what: 'unknown' }
  /** Nothing that is known here has that type. */
  | { what: 'none' }

/** A resource of a template, or one that a group makes of its definition. */
export interface ResourceUse {
  /** The resource's entry in `resources`. */
  entry: YamlEntry
  /** The mapping that holds `type` and `properties`. */
  definition: YamlNode
  /** `undefined` when the type is no name that is known now. */
  type: YamlScalar | undefined
  resolved: Resolved
  properties: YamlEntry | undefined
  /** Texts that are filled in for each member of a group. */
  placeholder: string | undefined
}
