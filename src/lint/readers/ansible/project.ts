import type { Range } from '../../../yaml/source.js'
import {
  asMapping,
  asSequence,
  asString,
  childOf,
  type YamlMapping,
  type YamlNode,
} from '../../../yaml/tree.js'
import type { RuleContext } from '../../engine/context.js'
import type { Definition } from '../../engine/definition.js'
import { FileIndex } from './file-index.js'
import { inventories, type MergedInventory } from './inventory.js'
import { TASK_SECTIONS } from './keywords.js'
import { isPlaybook, isRequirementsFile, isVars, rolePart } from './recognize.js'
import { type Block, type Entries, type Found, indexed, type Task, TaskFinder } from './tasks.js'

/** A play, or an `import_playbook`. */
export interface Play {
  file: string
  entries: Entries
  /** Its first key. */
  range: Range
}

/** Where variables are set. */
export interface VarsPlace {
  file: string
  vars: YamlMapping
  /** Whether Ansible refuses names that are no identifiers there. */
  isStrict: boolean
}

/** A role that is asked for. */
export interface RoleUse {
  file: string
  name: string
  range: Range
}

/** Everything of Ansible's in a repository, found once for all rules. */
export interface Project {
  path: string
  inventories: readonly MergedInventory[]
  plays: readonly Play[]
  tasks: readonly Task[]
  blocks: readonly Block[]
  /** Items of task lists that are no tasks. */
  misfits: Found['misfits']
  roleUses: readonly RoleUse[]
  requirements: readonly { file: string; root: YamlNode }[]
  vars: readonly VarsPlace[]
  /** The YAML files, for what may stand anywhere in them. */
  documents: readonly Definition[]
  files: FileIndex
}

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
  private readonly vars: VarsPlace[] = []

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
    return {
      path: this.definitions[0]?.path ?? '',
      inventories: inventories(this.all, this.context.files),
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
    const vars = asMapping(node)
    if (vars) this.vars.push({ file, vars, isStrict })
  }

  private playbook(file: string, root: YamlNode): void {
    for (const item of asSequence(root)?.items ?? []) {
      const mapping = asMapping(item)
      if (!mapping) continue
      const play: Play = {
        file,
        entries: indexed(mapping),
        range: mapping.entries[0]?.keyRange ?? mapping.range,
      }
      this.plays.push(play)
      this.roles(file, play.entries.get('roles')?.value)
      for (const section of TASK_SECTIONS) {
        const isHandler = section === 'handlers'
        const place = { file, role: undefined, play: play.entries, isHandler }
        this.finder.list(play.entries.get(section)?.value, place)
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
