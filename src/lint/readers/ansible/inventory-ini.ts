import { SourceText } from '../../../yaml/source.js'
import { type GroupDraft, type Inventory, InventoryDraft, type InventoryVar } from './inventory-parts.js'
import { shellWords, type Word } from './shell-words.js'

const SECTION = /^\[([^:\]\s]+)(?::(\w+))?\]\s*(?:#.*)?$/
const GROUP_NAME = /^([^:\]\s]+)\s*(?:#.*)?$/

/** Read an inventory in INI form, line by line as Ansible does. */
export function readIniInventory(path: string, text: string): Inventory {
  return new IniReader(path, text).read()
}

class IniReader {
  private readonly draft: InventoryDraft
  private readonly source: SourceText
  /** The section that the next lines belong to; `undefined` below a header that Ansible refuses. */
  private section: { group: () => GroupDraft; state: string } | undefined

  constructor(
    private readonly path: string,
    private readonly text: string,
  ) {
    this.draft = new InventoryDraft(path)
    this.source = new SourceText(text)
    this.section = { group: () => this.draft.group('ungrouped', this.source.range(0, 0)), state: 'hosts' }
  }

  read(): Inventory {
    let start = 0
    while (start <= this.text.length) {
      const newline = this.text.indexOf('\n', start)
      const end = newline === -1 ? this.text.length : newline
      const whole = this.text.slice(start, end)
      const line = whole.trim()
      if (line !== '' && !line.startsWith('#') && !line.startsWith(';')) {
        this.line(line, start + whole.length - whole.trimStart().length)
      }
      start = end + 1
    }
    return this.draft
  }

  private line(line: string, offset: number): void {
    const header = SECTION.exec(line)
    if (header) this.header(header[1] ?? '', header[2] ?? 'hosts', offset)
    else if (line.startsWith('[') && line.endsWith(']')) {
      this.section = undefined
      const help = 'Write [group], [group:children] or [group:vars], without spaces.'
      this.refuse(offset, line.length, `"${line}" is no section that Ansible can read.`, help)
    } else if (this.section?.state === 'hosts') this.hosts(this.section.group(), line, offset)
    else if (this.section?.state === 'vars') this.variable(this.section.group(), line, offset)
    else if (this.section?.state === 'children') this.child(this.section.group(), line, offset)
  }

  private header(name: string, state: string, offset: number): void {
    if (!['hosts', 'children', 'vars'].includes(state)) {
      this.section = undefined
      const start = offset + name.length + 2
      this.refuse(
        start,
        state.length,
        `A section "[${name}:${state}]" is unknown to Ansible.`,
        'Write :children, :vars or nothing behind the name of the group.',
      )
      return
    }
    const range = this.source.range(offset + 1, offset + 1 + name.length)
    const group = this.draft.group(name, range, state !== 'vars')
    this.section = { group: () => group, state }
  }

  private hosts(group: GroupDraft, line: string, offset: number): void {
    const { words, problem, cut } = shellWords(line)
    const [first, ...others] = words
    if (problem !== undefined || !first) {
      const why = problem ?? 'it is empty'
      this.refuse(offset, line.length, `The host cannot be read: ${why}.`, 'Quote values as a shell does.')
      return
    }
    const pattern = this.draft.hostPattern(first.text)
    const refusal = pattern.problem ?? refusedName(first.text, pattern.port)
    if (refusal !== undefined) {
      const help = 'Write a name, a name with a port (web1:2222) or a range (web[01:10]).'
      this.refuseWord(first, offset, `"${first.text}" is no host: ${refusal}.`, help)
      return
    }
    const vars = this.hostVars(others, offset, cut)
    const range = this.source.range(offset + first.start, offset + first.end)
    if (pattern.port !== undefined && !vars.has('ansible_port')) {
      vars.set('ansible_port', { name: 'ansible_port', value: pattern.port, range, file: this.path })
    }
    for (const name of pattern.names) group.hosts.push({ name, range, vars })
  }

  private hostVars(
    words: readonly Word[],
    offset: number,
    cut: number | undefined,
  ): Map<string, InventoryVar> {
    const vars = new Map<string, InventoryVar>()
    for (const word of words) {
      const equals = word.text.indexOf('=')
      if (equals === -1) {
        const help = 'Write key=value without spaces around the =, and put a comment behind #.'
        this.refuseWord(word, offset, `"${word.text}" is no variable of a host.`, help)
        continue
      }
      const name = word.text.slice(0, equals)
      const range = this.source.range(offset + word.start, offset + word.end)
      const value = word.text.slice(equals + 1)
      vars.set(name, { name, value, range, file: this.path, ...(word.end === cut ? { isCut: true } : {}) })
    }
    return vars
  }

  private variable(group: GroupDraft, line: string, offset: number): void {
    const equals = line.indexOf('=')
    if (equals === -1) {
      this.refuse(offset, line.length, `"${line}" is no variable of a group.`, 'Write key=value.')
      return
    }
    const name = line.slice(0, equals).trim()
    const value = line.slice(equals + 1).trim()
    const range = this.source.range(offset, offset + line.length)
    group.vars.set(name, { name, value, range, file: this.path })
  }

  private child(group: GroupDraft, line: string, offset: number): void {
    const name = GROUP_NAME.exec(line)?.[1]
    if (name === undefined) {
      const help = 'Below :children stands one name of a group in each line.'
      this.refuse(offset, line.length, `"${line}" is no name of a group.`, help)
      return
    }
    group.children.push({ name, range: this.source.range(offset, offset + name.length) })
  }

  private refuse(offset: number, length: number, message: string, help: string): void {
    this.draft.refuse(this.source.range(offset, offset + length), message, help)
  }

  private refuseWord(word: Word, offset: number, message: string, help: string): void {
    this.refuse(offset + word.start, word.end - word.start, message, help)
  }
}

function refusedName(written: string, port: string | undefined): string | undefined {
  if (written === '') return 'it is empty'
  if (written.endsWith(':') && port === undefined) return 'a port is missing behind the colon'
  if (written.trim() === '---') return 'it begins a YAML file'
  return undefined
}
