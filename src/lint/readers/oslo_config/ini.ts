import type { Position, Range } from '../../../yaml/source.js'
import { isTemplatedValue } from '../../engine/definition.js'
import { type JinjaLine, jinjaLines } from './jinja-lines.js'

/** A file as oslo.config's own parser reads it, with the places of everything. */
export interface IniFile {
  /** In the order of their first headers; several headers of one name are one section. */
  sections: IniSection[]
  /** What the parser refuses. It stops at the first; these are all of them. */
  problems: IniProblem[]
  /** Whether a line is only an expression, so that anything may stand there. */
  hasUnknownLines: boolean
}

export interface IniSection {
  name: string
  /** The name in the first header. */
  range: Range
  headers: { range: Range; arm: string }[]
  /** As written: duplicates are still there. */
  options: IniOption[]
}

export interface IniOption {
  name: string
  nameRange: Range
  /** Without the quotes around it; the lines of a continued value are joined with `\n`. */
  value: string
  /** From the value's first character to its last, quotes included; empty, behind the sign, when there is none. */
  valueRange: Range
  /** The lines of the value, without the space around them; the first one still has its quotes. */
  lines: IniLine[]
  /** Whether Jinja decides about a part of the value. */
  isTemplated: boolean
  /** The arms of Jinja's conditions that it stands in: options of different arms are never there together. */
  arm: string
}

export interface IniLine {
  text: string
  range: Range
}

export interface IniProblem {
  kind:
    | 'unclosed-section'
    | 'empty-section'
    | 'no-assignment'
    | 'empty-name'
    | 'unexpected-continuation'
    | 'no-section'
  text: string
  range: Range
}

/**
 * Read INI as oslo.config does: space at a line's start continues the value above, only a line that begins with `#` or
 * `;` is a comment, the first `=` or `:` ends the name, and one pair of quotes around a value is taken away.
 */
export function readIni(text: string): IniFile {
  const lines = text.split('\n')
  const jinja = jinjaLines(text, lines)
  const reader = new Reader()
  for (const [index, line] of lines.entries()) reader.line(line.trimEnd(), index + 1, jinja(index))
  const { sections, problems, hasUnknownLines } = reader
  return { sections: [...sections.values()], problems, hasUnknownLines }
}

class Reader {
  readonly sections = new Map<string, IniSection>()
  readonly problems: IniProblem[] = []
  hasUnknownLines = false
  private section: IniSection | undefined
  private option: IniOption | undefined
  /** Whether a value could be continued, were it not for something that we do not know. */
  private mayContinue = false
  /** Whether an expression goes on over several lines. */
  private isOpen = false

  line(line: string, number: number, { isGone, start, arm }: JinjaLine): void {
    if (isGone) {
      this.mayContinue = true
      return
    }
    if (this.isOpen) {
      this.isOpen = !closes(line)
      return
    }
    this.isOpen = opens(line)
    const at = start + (start > 0 ? indentOf(line.slice(start)) : 0)
    const text = line.slice(at)
    if (text === '') this.end()
    else if (/^[ \t]/.test(text)) this.continuation(text, number)
    else {
      this.end()
      if (text.startsWith('[')) this.header(text, number, at, arm)
      else if (!/^[#;]/.test(text)) this.assignment(text, number, at, arm)
    }
  }

  private end(): void {
    this.option = undefined
    this.mayContinue = false
  }

  private continuation(text: string, number: number): void {
    const indent = indentOf(text)
    const line = { text: text.slice(indent), range: new LineRange(number, indent, text.length) }
    if (this.option) {
      this.option.lines.push(line)
      this.option.value += `\n${line.text}`
      this.option.valueRange = { start: this.option.valueRange.start, end: line.range.end }
      this.option.isTemplated ||= isTemplatedValue(line.text)
    } else if (!this.mayContinue) this.refuse('unexpected-continuation', line)
  }

  private header(text: string, number: number, at: number, arm: string): void {
    const line = { text, range: new LineRange(number, at, at + text.length) }
    if (!text.endsWith(']')) {
      if (isTemplatedValue(text)) this.unknown()
      else this.refuseHeader('unclosed-section', line)
      return
    }
    if (text.length <= 2) {
      this.refuseHeader('empty-section', line)
      return
    }
    const name = text.slice(1, -1)
    const range = new LineRange(number, at + 1, at + text.length - 1)
    const known = this.sections.get(name)
    this.section = known ?? { name, range, headers: [], options: [] }
    this.section.headers.push({ range, arm })
    if (!known) this.sections.set(name, this.section)
  }

  private assignment(text: string, number: number, at: number, arm: string): void {
    const line = { text, range: new LineRange(number, at, at + text.length) }
    const sign = text.search(/[=:]/)
    if (text.startsWith('{{') && (sign === -1 || sign < text.indexOf('}}'))) {
      this.unknown()
      return
    }
    if (sign === -1) {
      this.refuse('no-assignment', line)
      return
    }
    const name = text.slice(0, sign).trim()
    if (name === '') {
      this.refuse('empty-name', line)
      return
    }
    const nameRange = new LineRange(number, at, at + name.length)
    this.option = optionOf(name, nameRange, text.slice(sign + 1), number, at + sign + 1, arm)
    if (this.section) this.section.options.push(this.option)
    else if (!this.hasUnknownLines && !isTemplatedValue(name))
      this.refuse('no-section', { text: name, range: nameRange })
  }

  private unknown(): void {
    this.hasUnknownLines = true
    this.mayContinue = true
  }

  /** What follows belongs to no section that we know, and not to the one above. */
  private refuseHeader(kind: IniProblem['kind'], line: IniLine): void {
    this.refuse(kind, line)
    this.section = { name: '', range: line.range, headers: [], options: [] }
  }

  private refuse(kind: IniProblem['kind'], line: IniLine): void {
    this.problems.push({ kind, ...line })
  }
}

function optionOf(
  name: string,
  nameRange: Range,
  rest: string,
  number: number,
  at: number,
  arm: string,
): IniOption {
  const written = rest.trim()
  const indent = written === '' ? 0 : rest.length - rest.trimStart().length
  const valueRange = new LineRange(number, at + indent, at + indent + written.length)
  return {
    name,
    nameRange,
    value: unquoted(written),
    valueRange,
    lines: [{ text: written, range: valueRange }],
    isTemplated: isTemplatedValue(written) || written.includes('{#'),
    arm,
  }
}

function unquoted(written: string): string {
  const isQuoted = /^["']/.test(written) && written.at(0) === written.at(-1)
  return isQuoted ? written.slice(1, -1) : written
}

/** Whether a Jinja expression begins here and does not end. */
function opens(line: string): boolean {
  return line.lastIndexOf('{{') > line.lastIndexOf('}}')
}

function closes(line: string): boolean {
  return line.includes('}}') && !opens(line)
}

function indentOf(text: string): number {
  return text.length - text.trimStart().length
}

/** A stretch of one line, counted from 0: every name and value has one, and few are asked for it. */
class LineRange implements Range {
  constructor(
    private readonly line: number,
    private readonly from: number,
    private readonly to: number,
  ) {}

  get start(): Position {
    return { line: this.line, column: this.from + 1 }
  }

  get end(): Position {
    return { line: this.line, column: this.to + 1 }
  }
}
