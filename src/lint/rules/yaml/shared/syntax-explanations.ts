import type { YamlProblem } from '../../../../yaml/parse.js'
import type { Range, SourceText } from '../../../../yaml/source.js'
import { unclosedBracket } from '../../../../yaml/unclosed-bracket.js'

interface Explanation {
  message: string
  help: string
  range: Range
}

/** Names the cause of a syntax error, and its place, where the line reveals it. */
export function explained(
  { message, range }: Pick<YamlProblem, 'message' | 'range'>,
  source: SourceText,
): Explanation {
  const { line, column } = range.start
  const written = source.line(line)
  const tab = /^ *\t/.exec(written)?.[0].length
  if (tab !== undefined) {
    return {
      message: 'The indentation contains a tab.',
      help: 'Indent with spaces: YAML does not allow tabs there.',
      range: { start: { line, column: tab }, end: { line, column: tab + 1 } },
    }
  }
  const value = /^\s*(?:- +)*[^\s:#"'][^:#]*:[ \t]+(.*)$/.exec(written)?.[1]
  if (value?.startsWith('{{')) {
    return {
      message: 'A value that starts with {{ must be in quotes, otherwise YAML reads it as a mapping.',
      help: 'Put the whole value in double quotes.',
      range,
    }
  }
  if (value && /^[%@`]/.test(value)) {
    return {
      message: `A value without quotes cannot start with ${value.charAt(0)}.`,
      help: 'Put the value in quotes.',
      range,
    }
  }
  if (value && /^[^"'[{|>&*!].*:([ \t]|$)/.test(value) && column > written.indexOf(value)) {
    return {
      message: 'A value without quotes contains a colon followed by a space, which starts another mapping.',
      help: 'Put the value in quotes, or start a new line.',
      range,
    }
  }
  const isFlow = message.includes('flow collection')
  const isIndentation = message === 'deficient indentation'
  const opened = isFlow || isIndentation ? unclosedBracket(source, range.start) : undefined
  if (opened && opened.start.line < line) {
    const { start } = opened
    return {
      message: `This ${source.line(start.line)[start.column - 1]} is not closed before line ${line}, where the parser stops.`,
      help: 'Close it, or add a missing comma inside it.',
      range: opened,
    }
  }
  if (isFlow) {
    return {
      message: 'A comma is missing here, or an earlier bracket or brace is not closed.',
      help: 'Close the bracket or brace, or add the comma.',
      range,
    }
  }
  if (isIndentation) {
    return {
      message: 'An earlier quote or bracket is not closed, or this line is not indented enough.',
      help: 'Close it, or indent this line more than the line that opens it.',
      range,
    }
  }
  return {
    message: `This is not valid YAML: ${message}.`,
    help: 'Correct this line or the one above.',
    range,
  }
}
