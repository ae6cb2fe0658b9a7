import { defineRule } from '../../engine/rule.js'
import { Speller, typoOf } from '../../engine/speller.js'
import type { Inventory, InventoryChild, InventoryGroup } from '../../readers/ansible/inventory.js'
import type { MergedInventory } from '../../readers/ansible/merged-inventory.js'
import { ONE_TYPO } from '../../readers/ansible/name-uses.js'
import type { Project } from '../../readers/ansible/project.js'
import { INVENTORY, INVENTORY_FILE } from './shared/examples.js'

export default defineRule<Project>({
  id: 'ansible/undefined-group',
  severity: 'error',
  summary: 'an inventory uses a group that it does not define',
  help: 'Every group below [group:children] and every group of a [group:vars] section needs a section of its own in the same inventory; an empty section is enough. Otherwise Ansible rejects the whole file. When other files of the folder could not be read, or a program adds to them, the finding is a warning.',
  example: {
    file: INVENTORY_FILE,
    bad: `${INVENTORY}[cloud:children]\ncontrols\n`,
    good: `${INVENTORY}[cloud:children]\ncontrol\n`,
  },
  check({ inventories }, report) {
    const defined = inventories.flatMap(({ files }) => files.flatMap(definedGroups))
    // Ansible always has these two groups
    const known = new Set([...defined, 'all', 'ungrouped'])
    for (const inventory of inventories) {
      const undefinedNames = inventory.files.flatMap((file) => undefinedIn(file, known))
      if (undefinedNames.length === 0) continue
      const users = usersOfChildren(inventory)
      const speller = new Speller(inventory.files.flatMap(definedGroups))
      const isAlone = inventory.isWhole && inventory.files.length === 1
      for (const { file, range, name } of undefinedNames) {
        const count = users.get(name)?.length ?? 0
        const misspelled = count > 1 ? unusedTypo(inventory, name, users) : undefined
        if (misspelled) {
          report(
            misspelled,
            `The group "${name}" is not defined, so Ansible rejects this inventory; ${count} groups use it, and none uses "${misspelled.name}".`,
            `Did you mean "${name}"?`,
          )
          continue
        }
        const meant = speller.nearest(name)
        report(
          { file, range },
          `The group "${name}" is not defined, so Ansible rejects this file.`,
          meant
            ? `Did you mean "${meant}"?`
            : `Define it with a line [${name}], followed by its hosts, if any.`,
          meant || isAlone ? 'error' : 'warning',
        )
      }
    }
  },
})

function definedGroups({ groups }: Inventory): string[] {
  return [...groups.values()].filter(({ isDeclared }) => isDeclared).map(({ name }) => name)
}

/** The groups that a file uses and that are not known, each once. */
function undefinedIn(
  { path: file, groups }: Inventory,
  known: ReadonlySet<string>,
): (InventoryChild & { file: string })[] {
  const found = new Map<string, InventoryChild & { file: string }>()
  for (const { name, range, isDeclared, children } of groups.values()) {
    for (const used of isDeclared ? children : [{ name, range }, ...children]) {
      if (!known.has(used.name) && !found.has(used.name)) found.set(used.name, { ...used, file })
    }
  }
  return [...found.values()]
}

/** The groups that have a name as their child, by name. */
function usersOfChildren({ files }: MergedInventory): Map<string, string[]> {
  const users = new Map<string, string[]>()
  for (const { name, children } of files.flatMap(({ groups }) => [...groups.values()])) {
    for (const child of children) {
      const known = users.get(child.name)
      if (known) known.push(name)
      else users.set(child.name, [name])
    }
  }
  return users
}

/** A group that no other group uses and whose name is a typo of this one: then its own header is wrong. */
function unusedTypo(
  { files }: MergedInventory,
  name: string,
  users: ReadonlyMap<string, readonly string[]>,
): (InventoryGroup & { file: string }) | undefined {
  for (const { path: file, groups } of files) {
    const unused = [...groups.keys()].filter((other) => !users.has(other))
    const group = groups.get(typoOf(name, unused, ONE_TYPO) ?? '')
    if (group) return { ...group, file }
  }
  return undefined
}
