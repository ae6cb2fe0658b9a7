import { entriesOf } from '../../yaml/tree.js'
import { type Definition, rootMapping } from '../definition.js'
import { readIniInventory } from './inventory-ini.js'
import type { Inventory } from './inventory-parts.js'
import { readYamlInventory } from './inventory-yaml.js'
import { isVars, isYamlInventory } from './recognize.js'

/** The inventory that a definition is, in INI or YAML form; `undefined` for everything else. */
export function readInventory(definition: Definition): Inventory | undefined {
  const { path, kind, text, yaml, unread } = definition
  if (kind !== 'ansible' || unread || isVars(path)) return undefined
  if (!yaml) return readIniInventory(path, text)
  const root = rootMapping(definition)
  return root && isYamlInventory(path, entriesOf(root)) ? readYamlInventory(path, yaml, root) : undefined
}
