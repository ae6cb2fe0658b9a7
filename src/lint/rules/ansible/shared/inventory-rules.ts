import { nearest } from '../../../../platform/nearest.js'
import type { Problem, Rule } from '../../../engine/rule.js'
import { Hints } from '../../../readers/ansible/hints.js'
import type { Inventory, InventoryChild, MergedInventory } from '../../../readers/ansible/inventory.js'
import { isYaml } from './inventory-value-rules.js'
import type { Project } from '../../../readers/ansible/project.js'
import { slipOf } from '../../../readers/ansible/slip.js'

const EXAMPLE = '[control]\nctl1 ansible_host=192.0.2.11\nctl2 ansible_host=192.0.2.12\n'
const FILE = 'inventory/hosts'

export const inventorySyntax: Rule<Project> = {
  id: 'ansible/inventory-syntax',
  severity: 'error',
  summary: 'Ansible cannot read an inventory',
  help: 'Ansible gives up on an inventory file at the first line that it cannot read, says so in a warning, and goes on with the hosts that it has. The run then skips every host that stands in the rest of the file and still ends well.',
  example: { file: FILE, bad: EXAMPLE.replace('ctl1 ', 'ctl[1-3] '), good: EXAMPLE },
  *check({ inventories }) {
    for (const { files } of inventories) {
      for (const { path, problems } of files) for (const problem of problems) yield { file: path, ...problem }
    }
  },
}

/** Groups that Ansible always has. */
const ALWAYS: readonly string[] = ['all', 'ungrouped']

export const undefinedGroup: Rule<Project> = {
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
}

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

export const groupLoop: Rule<Project> = {
  id: 'ansible/group-loop',
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
}

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

export const duplicateHost: Rule<Project> = {
  id: 'ansible/duplicate-host',
  severity: 'warning',
  summary: 'a group names the same host twice',
  help: 'Ansible takes the two for one host, and where both set a variable the last one wins. One of them is probably meant to be another host, which is then missing.',
  example: { file: FILE, bad: EXAMPLE.replace('ctl2', 'ctl1'), good: EXAMPLE },
  *check({ inventories }) {
    for (const { files } of inventories) {
      for (const { path, groups } of files) {
        // in YAML a group may be named in several places, and its hosts again there
        if (isYaml(path)) continue
        for (const { name: group, hosts } of groups.values()) {
          const seen = new Map<string, number>()
          for (const { name, range } of hosts) {
            const first = seen.get(name)
            if (first === undefined) seen.set(name, range.start.line)
            else {
              yield {
                file: path,
                range,
                message: `The host "${name}" stands in the group "${group}" already, on line ${first}.`,
                help: 'Remove one of the two, or name the host that was meant.',
              }
            }
          }
        }
      }
    }
  },
}

export const sharedAddress: Rule<Project> = {
  id: 'ansible/shared-address',
  severity: 'warning',
  summary: 'two hosts of a group have the same address',
  help: 'Two hosts of one group with the same ansible_host and the same port are one machine: it is deployed twice, and the machine that was meant is not deployed at all. Two names for a machine in different groups, such as one for each color of a blue-green environment, are left alone.',
  example: { file: FILE, bad: EXAMPLE.replace('192.0.2.12', '192.0.2.11'), good: EXAMPLE },
  *check({ inventories }) {
    for (const { hosts } of inventories) {
      const owners = new Map<string, string>()
      for (const { name, groups, vars } of hosts.values()) {
        const address = vars.get('ansible_host')
        if (!address || !isRemote(address.value) || vars.get('ansible_connection')) continue
        const port = vars.get('ansible_port')?.value ?? '22'
        const own = `\n${address.value}\n${port}`
        const keys = [...groups].map((group) => group + own)
        const shared = keys.find((key) => owners.has(key))
        for (const key of keys) owners.set(key, owners.get(key) ?? name)
        if (shared === undefined) continue
        yield {
          file: address.file,
          range: address.range,
          message: `The hosts "${owners.get(shared)}" and "${name}" of the group "${shared.split('\n')[0]}" have the same address, ${address.value}.`,
          help: 'Give each host an address of its own.',
        }
      }
    }
  },
}

function isRemote(address: string): boolean {
  return address !== '' && !address.includes('{{') && !/^(?:localhost|127\.|::1$)/.test(address)
}
