import { nearest } from '../../../platform/nearest.js'
import { defineRule, type Problem } from '../../engine/rule.js'
import { Hints } from '../../readers/ansible/hints.js'
import type { Inventory, InventoryChild, MergedInventory } from '../../readers/ansible/inventory.js'
import type { Project } from '../../readers/ansible/project.js'
import { slipOf } from '../../readers/ansible/slip.js'
import { EXAMPLE, FILE } from './shared/inventory-rules.js'

/** Groups that Ansible always has. */
const ALWAYS: readonly string[] = ['all', 'ungrouped']

export default defineRule<Project>({
  id: 'ansible/undefined-group',
  severity: 'error',
  summary: 'an inventory speaks of a group that it does not define',
  help: 'A name below [group:children], and the group of a [group:vars] section, must be a group that the same inventory defines with a section of its own; an empty one is enough. Otherwise Ansible refuses the whole file. When other files of the folder could not be read, or when another program adds to them, this is a warning.',
  example: {
    file: FILE,
    bad: `${EXAMPLE}[cloud:children]\ncontrols\n`,
    good: `${EXAMPLE}[cloud:children]\ncontrol\n`,
  },
  *check({ inventories }) {
    const known = new Set(ALWAYS)
    for (const { files } of inventories)
      for (const file of files) for (const name of declared(file)) known.add(name)
    const hints = new Hints(nearest)
    for (const inventory of inventories) {
      // most inventories have no such group, and are not looked at twice
      let own: string[] | undefined
      let uses: Map<string, string[]> | undefined
      const isAlone = inventory.isWhole && inventory.files.length === 1
      for (const { file, range, name } of undefinedIn(inventory, known)) {
        uses ??= childUses(inventory)
        const slip = unusedSlip(inventory, name, uses)
        if (slip) {
          yield slip
          continue
        }
        own ??= inventory.files.flatMap((file) => [...declared(file)])
        const near = hints.near(name, own)
        const problem: Problem = {
          file,
          range,
          message: `The group "${name}" is not defined, so Ansible refuses this file.`,
          help: near
            ? `Did you mean "${near}"?`
            : `Define it: a line [${name}] is enough, with its hosts below.`,
        }
        yield near || isAlone ? problem : { ...problem, severity: 'warning' }
      }
    }
  },
})

/** Which groups have a name as their child. */
function childUses({ files }: MergedInventory): Map<string, string[]> {
  const uses = new Map<string, string[]>()
  for (const { groups } of files) {
    for (const { name, children } of groups.values()) {
      for (const child of children) {
        const users = uses.get(child.name)
        if (users) users.push(name)
        else uses.set(child.name, [name])
      }
    }
  }
  return uses
}

/** When several groups want a name, and one that is a slip away is wanted by none, the slip is in its header. */
function unusedSlip(
  { files }: MergedInventory,
  wanted: string,
  uses: ReadonlyMap<string, readonly string[]>,
): Problem | undefined {
  const users = uses.get(wanted) ?? []
  if (users.length < 2) return undefined
  for (const { path: file, groups } of files) {
    const free = [...groups.keys()].filter((name) => !uses.has(name))
    const group = groups.get(slipOf(wanted, free) ?? '')
    if (!group) continue
    return {
      file,
      range: group.range,
      message: `The group "${wanted}" is not defined, so Ansible refuses this inventory; ${users.length} groups need it, and none needs "${group.name}".`,
      help: `Did you mean "${wanted}"?`,
    }
  }
  return undefined
}

/** Each name once for each file. */
function* undefinedIn(
  { files }: MergedInventory,
  known: ReadonlySet<string>,
): Iterable<InventoryChild & { file: string }> {
  for (const { path: file, groups } of files) {
    const said = new Set<string>()
    for (const { name, range, isDeclared, children } of groups.values()) {
      for (const named of isDeclared ? children : [{ name, range }, ...children]) {
        if (known.has(named.name) || said.has(named.name)) continue
        said.add(named.name)
        yield { ...named, file }
      }
    }
  }
}

function* declared({ groups }: Inventory): Iterable<string> {
  for (const { name, isDeclared } of groups.values()) if (isDeclared) yield name
}
