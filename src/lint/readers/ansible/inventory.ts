export type {
  Inventory,
  InventoryChild,
  InventoryGroup,
  InventoryHost,
  InventoryProblem,
  InventoryVar,
} from './inventory-parts.js'
export {
  hostsOf,
  inventories,
  type MergedGroup,
  type MergedHost,
  type MergedInventory,
} from './merged-inventory.js'
export { readInventory } from './read-inventory.js'
