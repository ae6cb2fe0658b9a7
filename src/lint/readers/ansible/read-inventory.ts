import { entriesOf } from '../../../yaml/tree.js'
import { type Definition, rootMapping } from '../../engine/definition.js'
import { readIniInventory } from './inventory-ini.js'
import type { Inventory } from './inventory-parts.js'
import { readYamlInventory } from './inventory-yaml.js'
import { isVars, isYamlInventory } from './recognize.js'

/** Where an inventory is made by a template: what it holds is not known before. */
const JINJA_LINE = /^[ \t]*\{[%#{]/m

/** The inventory that a definition is, in INI or YAML form; `undefined` for everything else. */
export function readInventory(definition: Definition): Inventory | undefined {
  const { path, kind, text, yaml, unread } = definition
  if (kind !== 'ansible' || unread || isVars(path)) return undefined
  if (!yaml) {
    const isTemplate = JINJA_LINE.test(text) || /(?:^|\/)templates\//.test(path)
    return isTemplate ? undefined : readIniInventory(path, text)
  }
  const root = rootMapping(definition)
  return root && isYamlInventory(path, entriesOf(root)) ? readYamlInventory(path, yaml, root) : undefined
}
