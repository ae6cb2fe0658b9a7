import { defineRule, type Problem } from '../../engine/rule.js'
import type { MergedInventory } from '../../readers/ansible/inventory.js'
import type { Project } from '../../readers/ansible/project.js'
import { EXAMPLE, FILE } from './shared/inventory-rules.js'

export default defineRule<Project>({
  id: 'ansible/circular-group',
  severity: 'error',
  summary: 'a group is its own child',
  help: 'Groups form a tree: when a group stands below itself, also by way of other groups, Ansible refuses the inventory.',
  example: {
    file: FILE,
    bad: `${EXAMPLE}[cloud:children]\ncontrol\n[control:children]\ncloud\n`,
    good: `${EXAMPLE}[cloud:children]\ncontrol\n`,
  },
  *check({ inventories }) {
    for (const inventory of inventories) yield* loopsIn(inventory)
  },
})

/** The children that close a circle, found by walking down from each group once. */
function* loopsIn({ files, groups }: MergedInventory): Iterable<Problem> {
  const closing = new Set<string>()
  const done = new Set<string>()
  const path = new Set<string>()
  const open: { name: string; children: Iterator<string> }[] = []
  const enter = (name: string) => {
    path.add(name)
    open.push({ name, children: (groups.get(name)?.children ?? new Set<string>()).values() })
  }
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
  if (closing.size === 0) return
  for (const file of files) {
    for (const group of file.groups.values()) {
      for (const child of group.children) {
        if (!closing.delete(`${group.name}\n${child.name}`)) continue
        yield {
          file: file.path,
          range: child.range,
          message: `The group "${child.name}" stands below itself when "${group.name}" has it for a child.`,
          help: 'Take one of the groups out of the circle.',
        }
      }
    }
  }
}
