import type { Problem } from '../../../engine/rule.js'
import type { MergedInventory } from '../../../readers/ansible/inventory.js'
import { withFiles } from './example.js'
import { type InventoryExample, inventoryExample } from './inventory-example.js'

export const FILE_START = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } }

export function bad(change: InventoryExample): Record<string, string> {
  return withFiles({ 'etc/kolla/multinode': inventoryExample(change) })
}

/** Where to say what the inventory as a whole lacks. */
export function placeOf(inventory: MergedInventory, group = 'control'): Pick<Problem, 'file' | 'range'> {
  const { file, range } = inventory.groups.get(group) ?? { file: inventory.path, range: FILE_START }
  return { file, range }
}
