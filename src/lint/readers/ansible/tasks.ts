import type { Range } from '../../../yaml/source.js'
import {
  asMapping,
  asScalar,
  asSequence,
  asString,
  childOf,
  entriesOf,
  resolve,
  type YamlEntry,
  type YamlMapping,
  type YamlNode,
} from '../../../yaml/tree.js'
import { isTemplatedValue } from '../../engine/definition.js'
import { shortName, TASK_KEYWORDS } from './keywords.js'

export type Entries = ReadonlyMap<string, YamlEntry>

/** The module that a task calls. */
export interface Action {
  /** Without `ansible.builtin.`. */
  name: string
  args: Entries
  /** The value of the module when it is not a mapping of arguments (`command: ls`). */
  free: YamlNode | undefined
}

/** Where tasks are. */
export interface TaskPlace {
  file: string
  /** The folder of the role; `undefined` outside of roles. */
  role: string | undefined
  play: Entries | undefined
  isHandler: boolean
}

export interface Block extends TaskPlace {
  entries: Entries
  mapping: YamlMapping
  parents: readonly Block[]
}

export interface Task extends Block {
  /** The keys that are not keywords. In a valid task it is one, the module. */
  modules: readonly YamlEntry[]
  /** `undefined` when there is no action, or more than one. */
  action: Action | undefined
}

export interface Found {
  tasks: Task[]
  blocks: Block[]
  /** Items that are not mappings. */
  misfits: { file: string; range: Range }[]
}

export function indexed(node: YamlNode | undefined): Entries {
  const entries = new Map<string, YamlEntry>()
  for (const entry of entriesOf(node)) entries.set(entry.key, entry)
  return entries
}

/** Finds the tasks in the lists of a file. A list that aliases repeat is read once. */
export class TaskFinder {
  private readonly seen = new Set<YamlNode>()

  constructor(private readonly found: Found) {}

  list(node: YamlNode | undefined, place: TaskPlace, parents: readonly Block[] = []): void {
    const sequence = asSequence(node)
    if (!sequence || this.seen.has(sequence)) return
    this.seen.add(sequence)
    for (const item of sequence.items) {
      const mapping = asMapping(item)
      if (mapping && !this.seen.has(mapping)) this.item(mapping, place, parents)
      else if (!mapping && !isIgnored(item)) this.found.misfits.push({ file: place.file, range: item.range })
    }
  }

  private item(mapping: YamlMapping, place: TaskPlace, parents: readonly Block[]): void {
    this.seen.add(mapping)
    const entries = indexed(mapping)
    if (!entries.has('block')) {
      this.found.tasks.push({ ...place, entries, mapping, parents, ...calledBy(entries) })
      return
    }
    const block: Block = { ...place, entries, mapping, parents }
    this.found.blocks.push(block)
    for (const section of ['block', 'rescue', 'always']) {
      this.list(entries.get(section)?.value, place, [...parents, block])
    }
  }
}

/** Ansible ignores empty items, and a template may expand to anything. */
function isIgnored(item: YamlNode): boolean {
  const scalar = asScalar(item)
  return scalar !== undefined && (scalar.value === null || isTemplatedValue(scalar.text))
}

/** The first key of a task, to report it. */
export function firstKeyOf({ mapping }: Block): Range {
  return mapping.entries[0]?.keyRange ?? mapping.range
}

function calledBy(entries: Entries): Pick<Task, 'modules' | 'action'> {
  const modules: YamlEntry[] = []
  for (const [key, entry] of entries)
    if (!TASK_KEYWORDS.has(key) && !key.startsWith('with_')) modules.push(entry)
  const [only] = modules
  const written = entries.get('action') ?? entries.get('local_action')
  const action = only
    ? modules.length === 1 && !written && moduleAction(only, entries)
    : written && keywordAction(written, entries)
  return { modules, action: action || undefined }
}

function moduleAction({ key, value }: YamlEntry, entries: Entries): Action {
  const isMapping = asMapping(value) !== undefined
  return {
    name: shortName(key),
    args: withArgs(entries, isMapping ? value : undefined),
    free: isMapping ? undefined : value,
  }
}

/** Reads `action: copy src=a` and `action: { module: copy, src: a }`. */
function keywordAction({ value }: YamlEntry, entries: Entries): Action | undefined {
  const written = asString(value) ?? asString(childOf(value, 'module'))
  const name = written && /^\s*([\w.]+)/.exec(written)?.[1]
  if (!name) return undefined
  const isMapping = asMapping(value) !== undefined
  return {
    name: shortName(name),
    args: withArgs(entries, isMapping ? value : undefined),
    free: isMapping ? undefined : value,
  }
}

function withArgs(entries: Entries, own: YamlNode | undefined): Entries {
  const args = entries.get('args')
  return args ? new Map([...indexed(args.value), ...indexed(own)]) : indexed(own)
}

/** The command line of an action: `command: ls`, or the argument `cmd` or `argv`. */
export function commandOf(action: Action): { text: string; range: Range } | undefined {
  const node = action.free ?? action.args.get('cmd')?.value ?? action.args.get('argv')?.value
  const found = resolve(node)
  if (!node || !found) return undefined
  if (found.kind === 'sequence') {
    return { text: found.items.map((item) => asScalar(item)?.text ?? '').join(' '), range: node.range }
  }
  return found.kind === 'scalar' ? { text: found.text, range: node.range } : undefined
}
