import type { RuleContext } from '../../engine/context.js'
import type { Definition } from '../../engine/definition.js'
import { inventories, type MergedInventory } from '../ansible/inventory.js'
import { isVars } from '../ansible/recognize.js'
import { settingsOf } from './settings.js'
import { namesInUse } from './used-names.js'

/** What deployments of one repository have in common, found when the first one asks. */
export class Shared {
  private used: ReadonlySet<string> | undefined
  private vars: ReadonlySet<string> | undefined
  private owned: ReadonlyMap<string, readonly MergedInventory[]> | undefined

  constructor(
    readonly definitions: readonly Definition[],
    readonly context: RuleContext,
    /** All files below the folders that matter. */
    readonly below: ReadonlyMap<string, readonly string[]>,
    private readonly roots: ReadonlySet<string>,
  ) {}

  readonly namesInUse = (): ReadonlySet<string> => {
    this.used ??= namesInUse(this.definitions)
    return this.used
  }

  /** The inventories that are nearer to this deployment's folder than to any other's. */
  inventoriesOf(root: string): readonly MergedInventory[] {
    this.owned ??= byOwner(this.inventories(), this.roots)
    return this.owned.get(root) ?? []
  }

  inventories(): readonly MergedInventory[] {
    return inventories(this.definitions, this.context.files)
  }

  /** Variables that an inventory or its group_vars and host_vars set. */
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
}

/** Each file once, with those of these folders that it lies below. */
export function filesBelow(files: ReadonlySet<string>, folders: ReadonlySet<string>): Map<string, string[]> {
  const below = new Map<string, string[]>([...folders].map((folder) => [folder, []]))
  for (const path of files) {
    for (let at = path.indexOf('/'); at !== -1; at = path.indexOf('/', at + 1)) {
      below.get(path.slice(0, at + 1))?.push(path)
    }
  }
  return below
}

/** Each inventory with the only deployment that has most folders in common with it, where there is such a one. */
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
    const nearest = foldersOf(`${inventory.path}/`).findLast((folder) => owners.has(folder))
    const owner = nearest === undefined ? undefined : owners.get(nearest)
    if (owner === undefined) continue
    const known = owned.get(owner)
    if (known) known.push(inventory)
    else owned.set(owner, [inventory])
  }
  return owned
}

/** All folders above and at a path that ends with `/`, from the top. */
function foldersOf(path: string): string[] {
  const folders = ['']
  for (let at = path.indexOf('/'); at !== -1; at = path.indexOf('/', at + 1))
    folders.push(path.slice(0, at + 1))
  return folders
}
