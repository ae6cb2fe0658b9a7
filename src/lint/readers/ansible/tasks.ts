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
  /** What is written behind the module's name instead of arguments (`command: ls`). */
  free: YamlNode | undefined
}

/** Where tasks stand. */
export interface TaskPlace {
  file: string
  /** The role's folder, for what belongs to a role. */
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
  /** The keys that are no keywords: exactly one of them is the module's. */
  modules: readonly YamlEntry[]
  /** `undefined` when there is none, or more than one. */
  action: Action | undefined
}

export interface Found {
  tasks: Task[]
  blocks: Block[]
  /** Items that are no mapping. */
  misfits: { file: string; range: Range }[]
}

export function indexed(node: YamlNode | undefined): Entries {
  const entries = new Map<string, YamlEntry>()
  for (const entry of entriesOf(node)) entries.set(entry.key, entry)
  return entries
}

/** Finds the tasks in a file's lists; a list that aliases repeat is looked at once. */
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
      else if (!mapping && !isPassedBy(item)) this.found.misfits.push({ file: place.file, range: item.range })
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

/** Ansible passes empty items by; what is templated may be anything. */
function isPassedBy(item: YamlNode): boolean {
  const scalar = asScalar(item)
  return scalar !== undefined && (scalar.value === null || isTemplatedValue(scalar.text))
}

/** A task is pointed at by its first key. */
export function placeOf({ mapping }: Block): Range {
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

/** `action: copy src=a` and `action: { module: copy, src: a }`. */
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

/** The free text of an action (`command: ls`, or `cmd` among the arguments). */
export function commandOf(action: Action): { text: string; range: Range } | undefined {
  const node = action.free ?? action.args.get('cmd')?.value ?? action.args.get('argv')?.value
  const found = resolve(node)
  if (!node || !found) return undefined
  if (found.kind === 'sequence') {
    return { text: found.items.map((item) => asScalar(item)?.text ?? '').join(' '), range: node.range }
  }
  return found.kind === 'scalar' ? { text: found.text, range: node.range } : undefined
}
