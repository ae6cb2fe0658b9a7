/** A place in a file, counted from 1 as editors do; columns count UTF-16 code units. */
export interface Position {
  line: number
  column: number
}

/** A stretch of a file: from its first character to just behind its last. */
export interface Range {
  start: Position
  end: Position
}

/** A text with its line starts found once, so that offsets become positions quickly. */
export class SourceText {
  readonly text: string
  private readonly lineStarts: number[] = [0]

  constructor(text: string) {
    this.text = text
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) this.lineStarts.push(at + 1)
  }

  position(offset: number): Position {
    let low = 0
    let high = this.lineStarts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.lineStarts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: offset - (this.lineStarts[low] ?? 0) + 1 }
  }

  /** The text of a line, counted from 1, without its end. */
  line(number: number): string {
    const start = this.lineStarts[number - 1]
    if (start === undefined) return ''
    return this.text.slice(start, this.lineStarts[number] ?? this.text.length).replace(/\r?\n$/, '')
  }

  range(start: number, end: number): Range {
    return { start: this.position(start), end: this.position(Math.max(start, end)) }
  }
}
