import { defineRule } from '../../engine/rule.js'
import type { MergedInventory } from '../../readers/ansible/merged-inventory.js'
import type { Project } from '../../readers/ansible/project.js'
import { INVENTORY, INVENTORY_FILE } from './shared/examples.js'

export default defineRule<Project>({
  id: 'ansible/circular-group',
  severity: 'error',
  summary: 'a group contains itself',
  help: 'The groups of an inventory form a tree. When a group contains itself, directly or through other groups, Ansible rejects the inventory.',
  example: {
    file: INVENTORY_FILE,
    bad: `${INVENTORY}[cloud:children]\ncontrol\n[control:children]\ncloud\n`,
    good: `${INVENTORY}[cloud:children]\ncontrol\n`,
  },
  check({ inventories }, report) {
    for (const inventory of inventories) {
      const closing = closingChildren(inventory)
      if (closing.size === 0) continue
      for (const { path: file, groups } of inventory.files) {
        for (const group of groups.values()) {
          for (const { name, range } of group.children) {
            if (!closing.delete(`${group.name}\n${name}`)) continue
            report(
              { file, range },
              `The group "${name}" contains itself, because "${group.name}" has it as a child.`,
              'Remove one of the groups from the circle.',
            )
          }
        }
      }
    }
  },
})

/** The children that close a circle, as `group\nchild`. */
function closingChildren({ groups }: MergedInventory): Set<string> {
  const closing = new Set<string>()
  const done = new Set<string>()
  const path = new Set<string>()
  const open: { name: string; children: Iterator<string> }[] = []
  const enter = (name: string) => {
    path.add(name)
    open.push({ name, children: (groups.get(name)?.children ?? new Set<string>()).values() })
  }
  // an explicit stack, because groups can be nested very deeply
  for (const start of groups.keys()) {
    if (!done.has(start)) enter(start)
    for (let top = open.at(-1); top; top = open.at(-1)) {
      const { done: isLast, value: child } = top.children.next()
      if (isLast) {
        done.add(top.name)
        path.delete(top.name)
        open.pop()
      } else if (path.has(child)) closing.add(`${top.name}\n${child}`)
      else if (!done.has(child)) enter(child)
    }
  }
  return closing
}
