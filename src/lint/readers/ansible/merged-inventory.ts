import type { Range } from '../../../yaml/source.js'
import { entriesOf } from '../../../yaml/tree.js'
import { type Definition, rootMapping } from '../../engine/definition.js'
import { folderOf, nameOf } from './file-index.js'
import type { Inventory, InventoryHost, InventoryVar } from './inventory.js'
import { readIniInventory } from './inventory-ini.js'
import { readYamlInventory } from './inventory-yaml.js'
import { isVars, isYamlInventory } from './recognize.js'

export interface MergedGroup {
  name: string
  /** The file that names it first. */
  file: string
  range: Range
  /** Its own hosts, without those of its children. */
  hosts: ReadonlySet<string>
  children: ReadonlySet<string>
  vars: ReadonlyMap<string, InventoryVar>
}

export interface MergedHost {
  name: string
  /** The file that names it first. */
  file: string
  range: Range
  /** The groups that name it. */
  groups: ReadonlySet<string>
  /** From all places that name it; the last one wins. */
  vars: ReadonlyMap<string, InventoryVar>
}

/** The inventory that Ansible reads for one `-i`: a file, or all files of a folder. */
export interface MergedInventory {
  /** The folder or the file. */
  path: string
  /** Whether all of it was read. Scripts and plugins add hosts that are known only in a run. */
  isWhole: boolean
  /** In the order in which Ansible reads them. */
  files: readonly Inventory[]
  groups: ReadonlyMap<string, MergedGroup>
  hosts: ReadonlyMap<string, MergedHost>
}

/** Files that are an inventory each even when they share a folder: `-i` selects one of them. */
const ALTERNATIVE =
  /^(?:all-in-one|multinode|aio|prod(?:uction)?|stag(?:e|ing)|dev(?:el(?:opment)?)?|test(?:ing)?|qa|uat|pre-?prod|lab|local|vagrant|molecule)(?:[-_.]|$)|\.ini$/i
/** Files that Ansible ignores in a folder. */
const IGNORED = /^\.|~$|\.(?:pyc|pyo|swp|bak|rpm|md|txt|rst|orig|ini|cfg|retry)$/i

/** Where a template generates an inventory: its content is not known. */
const JINJA_LINE = /^[ \t]*\{[%#{]/m

/** Reads a definition that is an inventory in INI or YAML form; `undefined` for any other definition. */
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

/**
 * The inventories among the definitions, each merged as Ansible merges the files of a folder.
 *
 * @param files all files, to detect folders with inventories that cannot be read
 */
export function inventories(
  definitions: readonly Definition[],
  files: ReadonlySet<string> = new Set(),
): readonly MergedInventory[] {
  const known = found.get(definitions)
  if (known?.files === files) return known.inventories
  const made = mergedInventories(definitions, files)
  found.set(definitions, { files, inventories: made })
  return made
}

/** The rules of several kinds use the same inventories. */
const found = new WeakMap<
  readonly Definition[],
  { files: ReadonlySet<string>; inventories: readonly MergedInventory[] }
>()

function mergedInventories(
  definitions: readonly Definition[],
  files: ReadonlySet<string>,
): MergedInventory[] {
  const sources = new Map<string, Inventory[]>()
  const unclear = new Set<string>()
  const read = new Set<string>()
  for (const definition of definitions) {
    const inventory = readInventory(definition)
    if (!inventory) continue
    const source = sourceOf(inventory.path)
    read.add(inventory.path)
    if (definition.templated) unclear.add(source)
    const known = sources.get(source)
    if (known) known.push(inventory)
    else sources.set(source, [inventory])
  }
  for (const path of files) {
    if (read.has(path) || IGNORED.test(nameOf(path)) || isVars(path)) continue
    // Ansible reads subfolders, too
    for (let folder = folderOf(path); folder !== ''; folder = folderOf(folder)) {
      if (sources.has(folder)) unclear.add(folder)
    }
  }
  return [...sources].map(([path, parts]) => merged(path, parts.sort(byPath), !unclear.has(path)))
}

/** The folder that Ansible reads as one inventory, or the file itself. */
function sourceOf(path: string): string {
  if (ALTERNATIVE.test(nameOf(path))) return path
  const folder = folderOf(path)
  return /(?:^|\/)inventory$|(?:^|\/)inventor(?:y|ies)\/./i.test(folder) ? folder : path
}

function byPath(a: Inventory, b: Inventory): number {
  return a.path < b.path ? -1 : Number(a.path > b.path)
}

interface GroupBuild extends MergedGroup {
  hosts: Set<string>
  children: Set<string>
  vars: Map<string, InventoryVar>
}

/** Copies variables only of the few hosts that have them in several places. */
class HostBuild implements MergedHost {
  readonly groups: Set<string>
  private own: ReadonlyMap<string, InventoryVar>
  private joined: Map<string, InventoryVar> | undefined

  constructor(
    private readonly member: InventoryHost,
    group: string,
    readonly file: string,
  ) {
    this.groups = new Set([group])
    this.own = member.vars
  }

  get name(): string {
    return this.member.name
  }

  get range(): Range {
    return this.member.range
  }

  get vars(): ReadonlyMap<string, InventoryVar> {
    return this.joined ?? this.own
  }

  add(vars: ReadonlyMap<string, InventoryVar>): void {
    if (vars.size === 0) return
    if (this.vars.size === 0) {
      this.own = vars
      return
    }
    this.joined ??= new Map(this.own)
    for (const [key, value] of vars) this.joined.set(key, value)
  }
}

function merged(path: string, files: readonly Inventory[], isWhole: boolean): MergedInventory {
  const groups = new Map<string, GroupBuild>()
  const hosts = new Map<string, HostBuild>()
  for (const { path: file, groups: read } of files) {
    for (const { name, range, hosts: members, children, vars } of read.values()) {
      const group = groups.get(name) ?? {
        name,
        file,
        range,
        hosts: new Set(),
        children: new Set(),
        vars: new Map(),
      }
      groups.set(name, group)
      for (const [key, value] of vars) group.vars.set(key, value)
      for (const child of children) group.children.add(child.name)
      for (const member of members) {
        group.hosts.add(member.name)
        addHost(hosts, member, name, file)
      }
    }
  }
  return { path, isWhole, files, groups, hosts }
}

function addHost(hosts: Map<string, HostBuild>, member: InventoryHost, group: string, file: string): void {
  const host = hosts.get(member.name)
  if (!host) {
    hosts.set(member.name, new HostBuild(member, group, file))
    return
  }
  host.groups.add(group)
  host.add(member.vars)
}

/** All hosts of a group and of its children; none for a group that does not exist. */
export function hostsOf(inventory: MergedInventory, group: string): Set<string> {
  if (group === 'all') return new Set(inventory.hosts.keys())
  const found = new Set<string>()
  const seen = new Set<string>([group])
  // the set grows during the iteration, and visits each group once even when groups contain each other
  for (const name of seen) {
    for (const host of inventory.groups.get(name)?.hosts ?? []) found.add(host)
    for (const child of inventory.groups.get(name)?.children ?? []) seen.add(child)
  }
  return found
}
