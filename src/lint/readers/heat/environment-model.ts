import type { YamlEntry, YamlMapping } from '../../../yaml/tree.js'
import type { HeatFolder, HotTemplate } from './model.js'

/** A Heat environment file, with what it stands beside. */
export interface HeatEnvironment {
  path: string
  root: YamlMapping
  sections: readonly YamlEntry[]
  parameters: readonly YamlEntry[]
  defaults: readonly YamlEntry[]
  /** The resource_registry, when it is there. */
  registry: YamlEntry | undefined
  /** The template that the environment is surely for: it has the same name. */
  template: HotTemplate | undefined
  folder: HeatFolder
}
