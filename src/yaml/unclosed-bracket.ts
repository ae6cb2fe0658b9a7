import type { Position, Range, SourceText } from './source.js'

/** A value, an item or a line that starts with a bracket or brace. */
const OPENER = /^\s*(?:- +)*(?:[^\s"'#[{][^#]*?:[ \t]+)?(?=[[{])/
/** Quoted text, a comment, or a bracket or brace: what matters for counting brackets. */
const TOKEN = /"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|(?:^|\s)#.*|[[\]{}]/g
/** How many lines back a bracket is searched for. */
const REACH = 100

/**
 * The innermost bracket or brace that is still open where the parser failed. The parser fails at the next key, often
 * several lines later, but the reader needs the bracket.
 */
export function unclosedBracket(source: SourceText, gaveUp: Position): Range | undefined {
  for (let number = gaveUp.line; number >= Math.max(1, gaveUp.line - REACH); number--) {
    const start = OPENER.exec(source.line(number))?.[0].length
    if (start === undefined) continue
    const open = openAfter(source, { line: number, column: start + 1 }, gaveUp)
    if (open) return { start: open, end: { line: open.line, column: open.column + 1 } }
    // a bracket that opens here is closed again, and so, very likely, are those before it
    if (number < gaveUp.line) return undefined
  }
  return undefined
}

function openAfter(source: SourceText, from: Position, to: Position): Position | undefined {
  const open: Position[] = []
  for (let line = from.line; line <= to.line; line++) {
    const written = source.line(line)
    const text = line === to.line ? written.slice(0, to.column - 1) : written
    for (const { 0: token, index } of text.matchAll(TOKEN)) {
      if (line === from.line && index < from.column - 1) continue
      if (token === '[' || token === '{') open.push({ line, column: index + 1 })
      else if (token === ']' || token === '}') open.pop()
    }
  }
  return open.at(-1)
}
