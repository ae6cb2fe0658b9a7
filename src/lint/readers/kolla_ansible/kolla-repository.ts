import type { Definition } from '../../engine/definition.js'
import type { RuleContext } from '../../engine/rule.js'
import { inventories, type MergedInventory } from '../ansible/merged-inventory.js'
import { isVars } from '../ansible/recognize.js'
import { settingsOf } from './settings.js'

/** What the clouds of one repository share, computed when the first of them asks. */
export class KollaRepository {
  private names: ReadonlySet<string> | undefined
  private vars: ReadonlySet<string> | undefined
  private owned: ReadonlyMap<string, readonly MergedInventory[]> | undefined
  private readonly below: ReadonlyMap<string, readonly string[]>

  /**
   * @param folders the folders whose files matter, each with a `/` at its end
   * @param roots the root folders of all clouds
   */
  constructor(
    private readonly definitions: readonly Definition[],
    readonly context: RuleContext,
    folders: Iterable<string>,
    private readonly roots: ReadonlySet<string>,
  ) {
    this.below = filesBelow(context.files, folders)
  }

  /** All files below one of the folders. */
  filesBelow(folder: string): readonly string[] {
    return this.below.get(folder) ?? []
  }

  /** See {@link namesInUse}. */
  readonly namesInUse = (): ReadonlySet<string> => {
    this.names ??= namesInUse(this.definitions)
    return this.names
  }

  /** The inventories that are closer to this root folder than to any other. */
  inventoriesOf(root: string): readonly MergedInventory[] {
    this.owned ??= byOwner(this.inventories(), this.roots)
    return this.owned.get(root) ?? []
  }

  /** The names of the variables that an inventory or its group_vars and host_vars set. */
  inventoryVars(): ReadonlySet<string> {
    if (this.vars) return this.vars
    const vars = new Set<string>()
    for (const { groups, hosts } of this.inventories()) {
      for (const group of groups.values()) for (const name of group.vars.keys()) vars.add(name)
      for (const host of hosts.values()) for (const name of host.vars.keys()) vars.add(name)
    }
    for (const definition of this.definitions) {
      if (!isVars(definition.path)) continue
      for (const { name } of settingsOf(definition)) vars.add(name)
    }
    this.vars = vars
    return vars
  }

  private inventories(): readonly MergedInventory[] {
    return inventories(this.definitions, this.context.files)
  }
}

function filesBelow(files: ReadonlySet<string>, folders: Iterable<string>): Map<string, string[]> {
  const below = new Map<string, string[]>([...folders].map((folder) => [folder, []]))
  for (const path of files) {
    for (const folder of foldersOf(path)) if (folder !== '') below.get(folder)?.push(path)
  }
  return below
}

/** Assigns each inventory to the cloud that shares most folders with it, unless several share the same number. */
function byOwner(
  found: readonly MergedInventory[],
  roots: ReadonlySet<string>,
): Map<string, MergedInventory[]> {
  const owners = new Map<string, string | undefined>()
  for (const root of roots) {
    for (const folder of foldersOf(root)) owners.set(folder, owners.has(folder) ? undefined : root)
  }
  const owned = new Map<string, MergedInventory[]>()
  for (const inventory of found) {
    const closest = foldersOf(`${inventory.path}/`).findLast((folder) => owners.has(folder))
    const owner = closest === undefined ? undefined : owners.get(closest)
    if (owner === undefined) continue
    const known = owned.get(owner)
    if (known) known.push(inventory)
    else owned.set(owner, [inventory])
  }
  return owned
}

/** All folders of a path from the top down, each with a `/` at its end; the first is empty. */
function foldersOf(path: string): string[] {
  const folders = ['']
  for (let at = path.indexOf('/'); at !== -1; at = path.indexOf('/', at + 1))
    folders.push(path.slice(0, at + 1))
  return folders
}

const NAME = /[A-Za-z_]\w+/g
const LONGEST_EXPRESSION = 4000

/**
 * The names that the repository uses in Jinja, and anywhere in playbooks and roles, whose conditions need no braces.
 * A variable that only the repository itself reads is not a typo.
 */
function namesInUse(definitions: readonly Definition[]): ReadonlySet<string> {
  const names = new Set<string>()
  for (const { kind, text } of definitions) {
    const parts = kind === 'ansible' ? [text] : expressionsIn(text)
    for (const part of parts) for (const [name] of part.matchAll(NAME)) names.add(name)
  }
  return names
}

function* expressionsIn(text: string): Iterable<string> {
  let at = 0
  for (;;) {
    const opening = text.indexOf('{', at)
    if (opening === -1) return
    const kind = text[opening + 1]
    at = opening + 1
    if (kind !== '{' && kind !== '%') continue
    const closing = text.indexOf(kind === '{' ? '}}' : '%}', opening)
    if (closing === -1) return
    if (closing - opening < LONGEST_EXPRESSION) yield text.slice(opening + 2, closing)
    at = closing
  }
}
