/**
 * A source line with a mark below a part of it, for a terminal. Tabs become spaces, wide characters take two columns, and
 * control characters and invisible characters are shown as their codes.
 */

export interface Frame {
  /** The part of the line that is shown. */
  text: string
  /** The first column of the mark in `text`, from 0, and the number of its columns. */
  start: number
  length: number
}

const TAB = 4
/** UTF-16 units to look at before and after the place: a line can be a megabyte long. */
const REACH = 500

const CONTROL = /^[\u0000-\u001f\u007f-\u009f\u2028\u2029]/
const UNSEEN = /^[\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/
const ZERO_WIDTH = /^[\p{Mn}\p{Me}]/u
const WIDE =
  /^(?:[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}|.\ufe0f)/u

interface Cell {
  text: string
  width: number
  /** Whether it is in the marked part. */
  marked: boolean
}

/**
 * @param from the first marked column, and `to` the one after the last, both from 1 and in UTF-16 units
 * @param width the columns that are available
 */
export function codeFrame(line: string, from: number, to: number, width: number): Frame {
  const start = Math.min(from - 1, line.length)
  const end = Math.max(start, Math.min(to - 1, line.length))
  const head = boundary(line, Math.max(0, start - REACH))
  const tail = boundary(line, Math.min(line.length, start + REACH))
  const cells = cellsOf(line, head, tail, start, end)
  if (cells.every(({ marked }) => !marked)) cells.push({ text: ' ', width: 1, marked: true }) // at the end of the line
  return cut(cells, width, head > 0, tail < line.length)
}

function cellsOf(line: string, head: number, tail: number, start: number, end: number): Cell[] {
  const cells: Cell[] = []
  let column = 0
  for (const { segment, index } of new Intl.Segmenter().segment(line.slice(head, tail))) {
    const at = head + index
    const marked = at + segment.length > start && (at < end || (start === end && at === start))
    const text = shown(segment, column)
    const width = text === segment ? widthOf(segment) : text.length
    cells.push({ text, width, marked })
    column += width
  }
  return cells
}

function shown(segment: string, column: number): string {
  if (segment === '\t') return ' '.repeat(TAB - (column % TAB))
  if (!CONTROL.test(segment) && ![...segment].some((char) => UNSEEN.test(char))) return segment
  return [...segment].map((char) => (CONTROL.test(char) || UNSEEN.test(char) ? codeOf(char) : char)).join('')
}

function codeOf(char: string): string {
  const code = char.codePointAt(0) ?? 0
  return code < 0x100
    ? `\\x${code.toString(16).padStart(2, '0')}`
    : `\\u${code.toString(16).padStart(4, '0')}`
}

function widthOf(segment: string): number {
  if (WIDE.test(segment)) return 2
  return ZERO_WIDTH.test(segment) ? 0 : 1
}

/** The part that fits, with the start of the mark in it, and an ellipsis where the line is cut. */
function cut(cells: readonly Cell[], width: number, moreBefore: boolean, moreBehind: boolean): Frame {
  const first = cells.findIndex(({ marked }) => marked)
  const total = sum(cells)
  let from = 0
  if (total > width || moreBefore) {
    const before = sum(cells.slice(0, first))
    let skip = Math.max(0, Math.min(before - Math.floor(width / 3), total - width + 1))
    while (skip > 0) skip -= cells[from++]?.width ?? 0
  }
  const cutBefore = from > 0 || moreBefore
  let room = width - (cutBefore ? 1 : 0)
  const whole = sum(cells.slice(from)) <= room && !moreBehind
  if (!whole) room--
  let to = from
  while (to < cells.length && (cells[to]?.width ?? 0) <= room) room -= cells[to++]?.width ?? 0
  const visible = cells.slice(from, to)
  const marked = visible.filter((cell) => cell.marked)
  const text = visible.map((cell) => cell.text).join('')
  return {
    text: `${cutBefore ? '…' : ''}${text}${whole ? '' : '…'}`.trimEnd(),
    start: (cutBefore ? 1 : 0) + sum(visible.slice(0, first - from)),
    length: Math.max(1, sum(marked)),
  }
}

function sum(cells: readonly Cell[]): number {
  return cells.reduce((total, { width }) => total + width, 0)
}

/** The offset, or the one before if it is inside of a pair of surrogates. */
function boundary(line: string, offset: number): number {
  const code = line.charCodeAt(offset)
  return offset > 0 && code >= 0xdc00 && code <= 0xdfff ? offset - 1 : offset
}
