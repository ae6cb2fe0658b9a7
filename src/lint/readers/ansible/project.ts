import type { Range } from '../../../yaml/source.js'
import {
  asMapping,
  asSequence,
  asString,
  childOf,
  type YamlMapping,
  type YamlNode,
} from '../../../yaml/tree.js'
import { oncePer } from '../../engine/declared.js'
import type { Definition } from '../../engine/definition.js'
import type { RuleContext } from '../../engine/rule.js'
import { FileIndex } from './file-index.js'
import type { Inventory, InventoryProblem } from './inventory.js'
import { IMPORT_PLAYBOOK, TASK_SECTIONS } from './keywords.js'
import { inventories, type MergedInventory } from './merged-inventory.js'
import { isPlaybook, isRequirementsFile, isVars, rolePart } from './recognize.js'
import { type Block, type Entries, type Found, indexed, type Task, TaskFinder } from './tasks.js'

/** A play, or an `import_playbook`. As a place it is its first key. */
export interface Play {
  file: string
  entries: Entries
  range: Range
  /** The name of the playbook that it imports. */
  imported: YamlNode | undefined
}

/** A mapping of variables. */
export interface Vars {
  file: string
  mapping: YamlMapping
  /** Whether Ansible rejects names that are not identifiers. */
  isStrict: boolean
}

/** A place that uses a role. */
export interface RoleUse {
  file: string
  name: string
  range: Range
}

/** All of a repository that Ansible reads. */
export interface Project {
  path: string
  inventories: readonly MergedInventory[]
  /** The inventory files in INI form. */
  iniFiles: readonly Inventory[]
  plays: readonly Play[]
  tasks: readonly Task[]
  blocks: readonly Block[]
  /** Items in lists of tasks that are not tasks. */
  misfits: Found['misfits']
  roleUses: readonly RoleUse[]
  requirements: readonly { file: string; root: YamlNode }[]
  vars: readonly Vars[]
  /** All YAML files. */
  documents: readonly Definition[]
  files: FileIndex
}

/** What Ansible cannot use in the inventories. */
export const inventoryProblems = oncePer(({ inventories }: Project): InventoryProblem[] =>
  inventories.flatMap(({ files }) => files.flatMap(({ problems }) => problems)),
)

export function* projects(definitions: readonly Definition[], context: RuleContext): Iterable<Project> {
  const own = definitions.filter(({ kind, unread }) => kind === 'ansible' && !unread)
  if (own.length > 0) yield new ProjectReader(own, definitions, context).read()
}

class ProjectReader {
  private readonly plays: Play[] = []
  private readonly found: Found = { tasks: [], blocks: [], misfits: [] }
  private readonly finder = new TaskFinder(this.found)
  private readonly roleUses: RoleUse[] = []
  private readonly requirements: { file: string; root: YamlNode }[] = []
  private readonly vars: Vars[] = []

  constructor(
    private readonly definitions: readonly Definition[],
    private readonly all: readonly Definition[],
    private readonly context: RuleContext,
  ) {}

  read(): Project {
    for (const definition of this.definitions) this.file(definition)
    for (const { file, entries } of [...this.plays, ...this.found.blocks, ...this.found.tasks]) {
      this.addVars(file, entries.get('vars')?.value, true)
    }
    this.includedRoles()
    const merged = inventories(this.all, this.context.files)
    return {
      path: this.definitions[0]?.path ?? '',
      inventories: merged,
      iniFiles: merged.flatMap(({ files }) => files.filter(({ form }) => form === 'ini')),
      plays: this.plays,
      ...this.found,
      roleUses: this.roleUses,
      requirements: this.requirements,
      vars: this.vars,
      documents: this.definitions.filter(({ yaml }) => yaml),
      files: new FileIndex(this.context.files),
    }
  }

  private file(definition: Definition): void {
    const { path: file, yaml } = definition
    const root = yaml?.documents[0]
    if (!root) return
    const part = rolePart(file)
    if (isPlaybook(root)) this.playbook(file, root)
    else if (isVars(file) || part?.name === 'vars' || part?.name === 'defaults')
      this.addVars(file, root, false)
    else if (part?.name === 'meta') this.roles(file, childOf(root, 'dependencies'))
    else if (part) {
      this.finder.list(root, { file, role: part.role, play: undefined, isHandler: part.name === 'handlers' })
    } else if (isRequirementsFile(file)) this.requirements.push({ file, root })
  }

  private addVars(file: string, node: YamlNode | undefined, isStrict: boolean): void {
    const mapping = asMapping(node)
    if (mapping) this.vars.push({ file, mapping, isStrict })
  }

  private playbook(file: string, root: YamlNode): void {
    for (const item of asSequence(root)?.items ?? []) {
      const mapping = asMapping(item)
      if (!mapping) continue
      const entries = indexed(mapping)
      const range = mapping.entries[0]?.keyRange ?? mapping.range
      const imported = IMPORT_PLAYBOOK.map((key) => entries.get(key)?.value).find((node) => node)
      this.plays.push({ file, entries, range, imported })
      this.roles(file, entries.get('roles')?.value)
      for (const section of TASK_SECTIONS) {
        const isHandler = section === 'handlers'
        this.finder.list(entries.get(section)?.value, { file, role: undefined, play: entries, isHandler })
      }
    }
  }

  private roles(file: string, node: YamlNode | undefined): void {
    for (const item of asSequence(node)?.items ?? []) {
      const named = asMapping(item) ? (childOf(item, 'role') ?? childOf(item, 'name')) : item
      const name = asString(named)
      if (named && name) this.roleUses.push({ file, name, range: named.range })
      this.addVars(file, childOf(item, 'vars'), true)
    }
  }

  private includedRoles(): void {
    for (const { file, action } of this.found.tasks) {
      const named =
        /^(?:include|import)_role$/.test(action?.name ?? '') &&
        (action?.args.get('name') ?? action?.args.get('role'))?.value
      const name = named ? asString(named) : undefined
      if (named && name) this.roleUses.push({ file, name, range: named.range })
    }
  }
}
