import { nearest } from '../../../platform/nearest.js'
import { typedValue } from '../../../yaml/nodes.js'
import type { YamlFile } from '../../../yaml/parse.js'
import type { Range } from '../../../yaml/source.js'
import {
  asMapping,
  asScalar,
  asString,
  childOf,
  entriesOf,
  entryOf,
  resolve,
  type YamlEntry,
  type YamlNode,
} from '../../../yaml/tree.js'
import { isTemplatedValue } from '../../engine/definition.js'
import {
  type GroupDraft,
  type Inventory,
  InventoryDraft,
  type InventoryHost,
  type InventoryVar,
} from './inventory-parts.js'

const SECTIONS: ReadonlySet<string> = new Set(['vars', 'children', 'hosts'])

/** Read an inventory in YAML form, as Ansible does; `root` is the file's only document. */
export function readYamlInventory(path: string, yaml: YamlFile, root: YamlNode): Inventory {
  const reader = new YamlReader(path, yaml)
  for (const entry of entriesOf(root)) reader.group(entry)
  return reader.draft
}

class YamlReader {
  readonly draft: InventoryDraft
  /** Aliases can make a small file a deep one, and a hostile one endless. */
  private readonly open = new Set<YamlNode>()
  /** How many groups and hosts may still be read. */
  private room = 200_000

  constructor(
    private readonly path: string,
    private readonly yaml: YamlFile,
  ) {
    this.draft = new InventoryDraft(path)
  }

  /** @returns whether the entry is a group */
  group(entry: YamlEntry): boolean {
    const { key } = entry
    const node = resolve(entry.value)
    if (!node || this.open.has(node) || --this.room < 0 || isTemplatedValue(key)) return false
    if (!this.isText(entry)) {
      const message = `The group "${key}" has a number or a truth value for its name, so Ansible refuses the file.`
      this.draft.refuse(entry.keyRange, message, 'Put it in quotes.')
      return false
    }
    if (node.kind !== 'mapping' && !(node.kind === 'scalar' && node.value === null)) return false
    const group = this.draft.group(key, entry.keyRange)
    this.open.add(node)
    this.sections(group, node)
    this.open.delete(node)
    this.strayKeys(group, node)
    return true
  }

  private strayKeys(group: GroupDraft, node: YamlNode): void {
    // a holder of anchors, which nobody takes for a group
    if (/^(?:[._]|x-)/.test(group.name)) return
    for (const entry of entriesOf(node)) {
      const { key, value } = entry
      if (SECTIONS.has(key) || isTemplatedValue(key) || asScalar(value)?.value === null) continue
      const near = /^child/i.test(key) ? 'children' : nearest(key, SECTIONS)
      const isGroup = ['hosts', 'children'].some((section) => childOf(value, section))
      const other = isGroup ? 'Move it below children.' : 'A group has hosts, children and vars.'
      const message = `Ansible passes by "${key}" in the group "${group.name}", with all that stands below it.`
      this.draft.ignore(entry.keyRange, message, near ? `Did you mean "${near}"?` : other)
    }
  }

  private sections(group: GroupDraft, node: YamlNode): void {
    for (const section of SECTIONS) {
      const entry = entryOf(node, section)
      const value = resolve(entry?.value)
      if (!entry || !value) continue
      if (value.kind === 'scalar' && value.value === null) continue
      const only = asString(value)
      if (only !== undefined) this.single(group, section, only, value)
      else if (value.kind === 'mapping') this.section(group, section, value)
      else {
        const message = `The ${section} of the group "${group.name}" are no mapping, so Ansible refuses the file.`
        this.draft.refuse(
          value.range,
          message,
          `Write each of the ${section} as a key, with a colon behind it.`,
        )
      }
    }
  }

  /** `hosts: web1` is short for a mapping with that one key. */
  private single(group: GroupDraft, section: string, text: string, node: YamlNode): void {
    if (isTemplatedValue(text) || section === 'vars') return
    if (section === 'hosts') this.host(group, { key: text, keyRange: node.range, value: node }, new Map())
    else {
      this.draft.group(text, node.range)
      group.children.push({ name: text, range: node.range })
    }
  }

  private section(group: GroupDraft, section: string, node: YamlNode): void {
    for (const entry of entriesOf(node)) {
      if (--this.room < 0) return
      if (isTemplatedValue(entry.key)) continue
      if (section === 'vars') group.vars.set(entry.key, new YamlVar(this.path, entry))
      else if (section === 'hosts') this.hostWithVars(group, entry)
      else {
        if (this.group(entry)) group.children.push({ name: entry.key, range: entry.keyRange })
        else if (asMapping(entry.value) === undefined) {
          const message = `The child group "${entry.key}" is no mapping, so Ansible refuses the file.`
          this.draft.refuse(
            entry.keyRange,
            message,
            'Put a colon behind its name, and nothing or a mapping behind that.',
          )
        }
      }
    }
  }

  private hostWithVars(group: GroupDraft, entry: YamlEntry): void {
    const value = resolve(entry.value)
    const isEmpty = value?.kind === 'scalar' && !value.value
    if (value?.kind !== 'mapping' && !isEmpty && !(value?.kind === 'sequence' && value.items.length === 0)) {
      const message = `The variables of the host "${entry.key}" are no mapping, so Ansible refuses the file.`
      this.draft.refuse(entry.value.range, message, 'Write them as  name: value  below the host.')
      return
    }
    const vars = new Map<string, InventoryVar>()
    for (const inner of entriesOf(value)) vars.set(inner.key, new YamlVar(this.path, inner))
    this.host(group, entry, vars)
  }

  private host(group: GroupDraft, entry: YamlEntry, vars: Map<string, InventoryVar>): void {
    const { key } = entry
    if (!this.isText(entry)) {
      const message = `The host "${key}" has a number or a truth value for its name, so Ansible refuses the file.`
      this.draft.refuse(entry.keyRange, message, 'Put it in quotes.')
      return
    }
    const { names, port, problem } = this.draft.hostPattern(key)
    if (problem !== undefined) {
      this.draft.refuse(
        entry.keyRange,
        `"${key}" is no host: ${problem}.`,
        'Write a name, or a range as in web[01:10].',
      )
      return
    }
    if (port !== undefined && !vars.has('ansible_port')) {
      const { path: file } = this
      vars.set('ansible_port', { name: 'ansible_port', value: port, range: entry.keyRange, file })
    }
    for (const name of names) group.hosts.push(new YamlHost(name, entry, vars))
  }

  /** Whether YAML takes a key for text, and not for a number or a truth value. */
  private isText(entry: YamlEntry): boolean {
    if (entry.key !== '' && typeof typedValue(entry.key) === 'string') return true
    const { line, column } = entry.keyRange.start
    return /["']/.test(this.yaml.source.line(line).charAt(column - 1))
  }
}

/** Hosts and their variables are many: they find their text and place when asked. */
class YamlHost implements InventoryHost {
  constructor(
    readonly name: string,
    private readonly entry: YamlEntry,
    readonly vars: ReadonlyMap<string, InventoryVar>,
  ) {}

  get range(): Range {
    return this.entry.keyRange
  }
}

class YamlVar implements InventoryVar {
  constructor(
    readonly file: string,
    private readonly entry: YamlEntry,
  ) {}

  get name(): string {
    return this.entry.key
  }

  get value(): string {
    const node = resolve(this.entry.value)
    return node?.kind === 'scalar' ? node.text : ''
  }

  get range(): Range {
    return { start: this.entry.keyRange.start, end: this.entry.value.range.end }
  }
}
