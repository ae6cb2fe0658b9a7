/** A place in a file, counted from 1 as in editors. Columns count UTF-16 code units. */
export interface Position {
  line: number
  column: number
}

/** A range of a file: from its first character to the one after its last. */
export interface Range {
  start: Position
  end: Position
}

/** Where to report a problem of a file as a whole. */
export const FILE_START: Range = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } }

/** Computes lines and columns on demand: rules look at many more places than they report. */
class TextRange implements Range {
  constructor(
    private readonly source: SourceText,
    private readonly from: number,
    private readonly to: number,
  ) {}

  get start(): Position {
    return this.source.position(this.from)
  }

  get end(): Position {
    return this.source.position(Math.max(this.from, this.to))
  }
}

/** A text with an index of its lines, to convert offsets to positions quickly. */
export class SourceText {
  private starts: number[] | undefined

  constructor(readonly text: string) {}

  /** Computed for the first place: most files have nothing to report. */
  private get lineStarts(): readonly number[] {
    if (this.starts) return this.starts
    const { text } = this
    const starts = [0]
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
    this.starts = starts
    return starts
  }

  position(offset: number): Position {
    const { lineStarts } = this
    let low = 0
    let high = lineStarts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((lineStarts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: offset - (lineStarts[low] ?? 0) + 1 }
  }

  /** The text of a line, counted from 1, without its line break. */
  line(number: number): string {
    const start = this.lineStarts[number - 1]
    if (start === undefined) return ''
    return this.text.slice(start, this.lineStarts[number] ?? this.text.length).replace(/\r?\n$/, '')
  }

  range(start: number, end: number): Range {
    return new TextRange(this, start, end)
  }
}
