import type { MergedInventory } from '../ansible/inventory.js'
import type { Deployment } from './deployment.js'

/** An inventory that holds fewer of kolla-ansible's groups is a part of one, or another tool's. */
const FEWEST_GROUPS = 12

/** The inventories that were made from kolla-ansible's own. */
export function* kollaInventories({ inventories, facts }: Deployment): Iterable<MergedInventory> {
  if (!facts) return
  for (const inventory of inventories) {
    let known = 0
    for (const name of inventory.groups.keys()) if (Object.hasOwn(facts.groups, name)) known++
    const isWhole = ['control', 'compute', 'network'].every((name) => inventory.groups.has(name))
    if (inventory.isWhole && isWhole && known >= FEWEST_GROUPS) yield inventory
  }
}
