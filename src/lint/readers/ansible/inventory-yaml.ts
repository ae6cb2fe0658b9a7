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
import { didYouMean } from '../../engine/speller.js'
import {
  type GroupDraft,
  type Inventory,
  InventoryDraft,
  type InventoryHost,
  type InventoryVar,
} from './inventory.js'

const SECTIONS: ReadonlySet<string> = new Set(['vars', 'children', 'hosts'])

/** Reads an inventory in YAML form as Ansible does. `root` is the file's only document. */
export function readYamlInventory(path: string, yaml: YamlFile, root: YamlNode): Inventory {
  const reader = new YamlReader(path, yaml)
  for (const entry of entriesOf(root)) reader.group(entry)
  return reader.draft
}

class YamlReader {
  readonly draft: InventoryDraft
  /** The groups above the current one. Aliases can nest a group in itself. */
  private readonly open = new Set<YamlNode>()
  /** How many more groups and hosts to read. */
  private room = 200_000

  constructor(
    private readonly path: string,
    private readonly yaml: YamlFile,
  ) {
    this.draft = new InventoryDraft(path, 'yaml')
  }

  /** @returns whether the entry is a group */
  group(entry: YamlEntry): boolean {
    const { key } = entry
    const node = resolve(entry.value)
    if (!node || this.open.has(node) || --this.room < 0 || isTemplatedValue(key)) return false
    if (!this.isText(entry)) {
      const message = `The name of the group "${key}" is not a string, so Ansible rejects the file.`
      this.draft.reject(entry.keyRange, message, 'Put the name in quotes.')
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
    // such groups only hold anchors
    if (/^(?:[._]|x-)/.test(group.name)) return
    for (const entry of entriesOf(node)) {
      const { key, value } = entry
      if (SECTIONS.has(key) || isTemplatedValue(key) || asScalar(value)?.value === null) continue
      const isGroup = ['hosts', 'children'].some((section) => childOf(value, section))
      const other = isGroup ? 'Move it below children.' : 'Use only hosts, children and vars in a group.'
      const message = `Ansible ignores "${key}" in the group "${group.name}", with everything below it.`
      const help = /^child/i.test(key) ? 'Did you mean "children"?' : didYouMean(key, SECTIONS, other)
      this.draft.ignore(entry.keyRange, message, help)
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
        const message = `The ${section} of the group "${group.name}" are not a mapping, so Ansible rejects the file.`
        this.draft.reject(value.range, message, `Write each of the ${section} as a key, followed by a colon.`)
      }
    }
  }

  /** `hosts: web1` is short for a mapping with one key. */
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
          const message = `The child group "${entry.key}" is not a mapping, so Ansible rejects the file.`
          this.draft.reject(entry.keyRange, message, 'Write its name, a colon, and a mapping or nothing.')
        }
      }
    }
  }

  private hostWithVars(group: GroupDraft, entry: YamlEntry): void {
    const value = resolve(entry.value)
    const isEmpty = value?.kind === 'scalar' && !value.value
    if (value?.kind !== 'mapping' && !isEmpty && !(value?.kind === 'sequence' && value.items.length === 0)) {
      const message = `The variables of the host "${entry.key}" are not a mapping, so Ansible rejects the file.`
      this.draft.reject(entry.value.range, message, 'Write them as `name: value` below the host.')
      return
    }
    const vars = new Map<string, InventoryVar>()
    for (const inner of entriesOf(value)) vars.set(inner.key, new YamlVar(this.path, inner))
    this.host(group, entry, vars)
  }

  private host(group: GroupDraft, entry: YamlEntry, vars: Map<string, InventoryVar>): void {
    const { key } = entry
    if (!this.isText(entry)) {
      const message = `The name of the host "${key}" is not a string, so Ansible rejects the file.`
      this.draft.reject(entry.keyRange, message, 'Put the name in quotes.')
      return
    }
    const { names, port, problem } = this.draft.hostPattern(key)
    if (problem !== undefined) {
      const message = `"${key}" is not a valid host: ${problem}.`
      this.draft.reject(entry.keyRange, message, 'Write a name, or a range such as web[01:10].')
      return
    }
    if (port !== undefined && !vars.has('ansible_port')) {
      const { path: file } = this
      vars.set('ansible_port', { name: 'ansible_port', value: port, range: entry.keyRange, file })
    }
    for (const name of names) group.hosts.push(new YamlHost(name, entry, vars))
  }

  /** Whether YAML reads a key as a string, and not as a number or a boolean. */
  private isText(entry: YamlEntry): boolean {
    if (entry.key !== '' && typeof typedValue(entry.key) === 'string') return true
    const { line, column } = entry.keyRange.start
    return /["']/.test(this.yaml.source.line(line).charAt(column - 1))
  }
}

/** There are many hosts and variables, so they compute their text and place when asked. */
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
