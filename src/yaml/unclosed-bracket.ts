import type { Position, Range, SourceText } from './source.js'

/** A value, an item or a line that begins with a bracket or brace. */
const OPENER = /^\s*(?:- +)*(?:[^\s"'#[{][^#]*?:[ \t]+)?(?=[[{])/
/** A quoted text, a comment, or a bracket or brace: what has to be told apart when brackets are counted. */
const TOKEN = /"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|(?:^|\s)#.*|[[\]{}]/g
/** How far back a bracket is looked for, in lines. */
const REACH = 100

/**
 * The innermost bracket or brace that is still open where a parser gave up: it stumbles at the next key, often lines
 * later, and people look for the bracket.
 */
export function unclosedBracket(source: SourceText, gaveUp: Position): Range | undefined {
  for (let number = gaveUp.line; number >= Math.max(1, gaveUp.line - REACH); number--) {
    const start = OPENER.exec(source.line(number))?.[0].length
    if (start === undefined) continue
    const open = openAfter(source, { line: number, column: start + 1 }, gaveUp)
    if (open) return { start: open, end: { line: open.line, column: open.column + 1 } }
    // what opens here is closed again; so is, in all likelihood, whatever opens before
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
