import type { Position, Range } from '../../../yaml/source.js'
import { isTemplatedValue } from '../../engine/definition.js'
import { type JinjaLine, jinjaLines } from './jinja-lines.js'

/** A file as oslo.config's parser reads it, with the place of each part. */
export interface IniFile {
  /** In the order of their first headers. Several headers with the same name are one section. */
  sections: IniSection[]
  /** All lines that the parser refuses. oslo.config itself stops at the first. */
  problems: IniProblem[]
  /** Whether a line is only a Jinja expression, so that the file may contain more than is written. */
  hasUnknownLines: boolean
}

export interface IniSection {
  name: string
  /** The name in the first header. */
  range: Range
  headers: { range: Range; branch: string }[]
  /** All options as written, duplicates included. */
  options: IniOption[]
}

export interface IniOption {
  name: string
  nameRange: Range
  /** Without surrounding quotes; the lines of a continued value are joined with `\n`. */
  value: string
  /** From the value's first character to its last, quotes included. For an empty value, an empty range after the sign. */
  valueRange: Range
  /** The lines of the value, trimmed. The first one still has its quotes. */
  lines: IniLine[]
  /** Whether Jinja fills in a part of the value. */
  isTemplated: boolean
  /** The branch of a Jinja condition that contains it: options of different branches never occur together. */
  branch: string
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
 * Read INI as oslo.config does: an indented line continues the value above, only a line that starts with `#` or `;` is a
 * comment, the first `=` or `:` ends the name, and one pair of quotes around a value is removed.
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
  /** Whether the line above may be a value that Jinja fills in, so that the next line may continue it. */
  private mayContinue = false
  /** Whether the line is inside an expression that started on an earlier line. */
  private isOpen = false

  line(line: string, number: number, { isGone, start, branch }: JinjaLine): void {
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
      if (text.startsWith('[')) this.header(text, number, at, branch)
      else if (!/^[#;]/.test(text)) this.assignment(text, number, at, branch)
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

  private header(text: string, number: number, at: number, branch: string): void {
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
    this.section.headers.push({ range, branch })
    if (!known) this.sections.set(name, this.section)
  }

  private assignment(text: string, number: number, at: number, branch: string): void {
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
    this.option = optionOf(name, nameRange, text.slice(sign + 1), number, at + sign + 1, branch)
    if (this.section) this.section.options.push(this.option)
    else if (!this.hasUnknownLines && !isTemplatedValue(name))
      this.refuse('no-section', { text: name, range: nameRange })
  }

  private unknown(): void {
    this.hasUnknownLines = true
    this.mayContinue = true
  }

  /** The lines below belong to a section with an unreadable name, not to the one above. */
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
  branch: string,
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
    branch,
  }
}

function unquoted(written: string): string {
  const isQuoted = /^["']/.test(written) && written.at(0) === written.at(-1)
  return isQuoted ? written.slice(1, -1) : written
}

/** Whether a Jinja expression starts on the line and does not end on it. */
function opens(line: string): boolean {
  return line.lastIndexOf('{{') > line.lastIndexOf('}}')
}

function closes(line: string): boolean {
  return line.includes('}}') && !opens(line)
}

function indentOf(text: string): number {
  return text.length - text.trimStart().length
}

/** A range within one line, counted from 0. Positions are computed on demand, because few of the ranges are reported. */
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
