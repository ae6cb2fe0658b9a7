import { SourceText } from '../../../yaml/source.js'
import { type GroupDraft, type Inventory, InventoryDraft, type InventoryVar } from './inventory.js'

const SECTION = /^\[([^:\]\s]+)(?::(\w+))?\]\s*(?:#.*)?$/
const GROUP_NAME = /^([^:\]\s]+)\s*(?:#.*)?$/

/** Reads an inventory in INI form, line by line as Ansible does. */
export function readIniInventory(path: string, text: string): Inventory {
  return new IniReader(path, text).read()
}

class IniReader {
  private readonly draft: InventoryDraft
  private readonly source: SourceText
  /** The section of the next lines; `undefined` below a header that Ansible rejects. */
  private section: { group: () => GroupDraft; state: string } | undefined

  constructor(
    private readonly path: string,
    private readonly text: string,
  ) {
    this.draft = new InventoryDraft(path, 'ini')
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
      this.reject(offset, line.length, `"${line}" is not a valid section header.`, help)
    } else if (this.section?.state === 'hosts') this.hosts(this.section.group(), line, offset)
    else if (this.section?.state === 'vars') this.variable(this.section.group(), line, offset)
    else if (this.section?.state === 'children') this.child(this.section.group(), line, offset)
  }

  private header(name: string, state: string, offset: number): void {
    if (!['hosts', 'children', 'vars'].includes(state)) {
      this.section = undefined
      const start = offset + name.length + 2
      this.reject(
        start,
        state.length,
        `Ansible does not know the section "[${name}:${state}]".`,
        'Write [group], [group:children] or [group:vars].',
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
      this.reject(
        offset,
        line.length,
        `Ansible cannot read this host: ${why}.`,
        'Quote values as in a shell.',
      )
      return
    }
    const pattern = this.draft.hostPattern(first.text)
    const rejection = pattern.problem ?? rejectionOf(first.text, pattern.port)
    if (rejection !== undefined) {
      const help = 'Write a name, a name with a port (web1:2222) or a range (web[01:10]).'
      this.rejectWord(first, offset, `"${first.text}" is not a valid host: ${rejection}.`, help)
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
        const help = 'Write key=value without spaces around the =, and start comments with #.'
        this.rejectWord(word, offset, `"${word.text}" is not a host variable.`, help)
        continue
      }
      const name = word.text.slice(0, equals)
      const range = this.source.range(offset + word.start, offset + word.end)
      const value = word.text.slice(equals + 1)
      vars.set(name, {
        name,
        value,
        range,
        file: this.path,
        ...(word.end === cut ? { isTruncated: true } : {}),
      })
    }
    return vars
  }

  private variable(group: GroupDraft, line: string, offset: number): void {
    const equals = line.indexOf('=')
    if (equals === -1) {
      this.reject(offset, line.length, `"${line}" is not a group variable.`, 'Write key=value.')
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
      const help = 'Write one group name per line below :children.'
      this.reject(offset, line.length, `"${line}" is not a valid group name.`, help)
      return
    }
    group.children.push({ name, range: this.source.range(offset, offset + name.length) })
  }

  private reject(offset: number, length: number, message: string, help: string): void {
    this.draft.reject(this.source.range(offset, offset + length), message, help)
  }

  private rejectWord(word: Word, offset: number, message: string, help: string): void {
    this.reject(offset + word.start, word.end - word.start, message, help)
  }
}

function rejectionOf(written: string, port: string | undefined): string | undefined {
  if (written === '') return 'it is empty'
  if (written.endsWith(':') && port === undefined) return 'the port after the colon is missing'
  if (written.trim() === '---') return 'it starts a YAML file'
  return undefined
}

/** One word of a line, without its quotes. */
interface Word {
  text: string
  /** Offsets in the line, quotes included; `end` is exclusive. */
  start: number
  end: number
}

interface Words {
  words: Word[]
  /** Why Ansible cannot split the line. */
  problem: string | undefined
  /** The offset at which a comment truncates a word, as in `secret#1`. */
  cut: number | undefined
}

const BLANK = /[ \t\r\n]/

/**
 * Splits a line into words as a POSIX shell does, except that `#` starts a comment anywhere outside of quotes. Ansible
 * reads the hosts of an inventory like this.
 */
function shellWords(line: string): Words {
  const words: Word[] = []
  let at = 0
  while (at < line.length) {
    const char = line.charAt(at)
    if (BLANK.test(char)) at++
    else if (char === '#') break
    else {
      const { word, problem } = readWord(line, at)
      if (problem !== undefined) return { words, problem, cut: undefined }
      words.push(word)
      if (line.charAt(word.end) === '#') return { words, problem: undefined, cut: word.end }
      at = word.end
    }
  }
  return { words, problem: undefined, cut: undefined }
}

function readWord(line: string, start: number): { word: Word; problem?: string } {
  let text = ''
  let quote = ''
  let at = start
  for (; at < line.length; at++) {
    const char = line.charAt(at)
    if (quote === '' && (BLANK.test(char) || char === '#')) break
    if (char === '\\' && quote !== "'") {
      const next = line.charAt(++at)
      if (next === '')
        return { word: { text, start, end: at }, problem: 'nothing follows the last backslash' }
      // in double quotes, a backslash escapes only a quote or another backslash
      text += quote === '"' && next !== '"' && next !== '\\' ? `\\${next}` : next
    } else if (char === quote) quote = ''
    else if (quote === '' && (char === '"' || char === "'")) quote = char
    else text += char
  }
  const word = { text, start, end: at }
  return quote === '' ? { word } : { word, problem: 'a quote is not closed' }
}
