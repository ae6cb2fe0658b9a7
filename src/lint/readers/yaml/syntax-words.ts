import type { YamlProblem } from '../../../yaml/parse.js'
import type { Range, SourceText } from '../../../yaml/source.js'
import { unclosedBracket } from '../../../yaml/unclosed-bracket.js'

interface Explained {
  message: string
  help: string
  range: Range
}

/** Say a parser's complaint in words that name the cause, where the line gives it away. */
export function clearWords({ message, range }: YamlProblem, source: SourceText): Explained {
  const { line, column } = range.start
  const written = source.line(line)
  const tab = /^ *\t/.exec(written)?.[0].length
  if (tab !== undefined) {
    const start = { line, column: tab }
    return {
      message: 'A tab stands in the indentation.',
      help: 'Indent with spaces only; YAML does not allow tabs there.',
      range: { start, end: { line, column: tab + 1 } },
    }
  }
  const value = /^\s*(?:- +)*[^\s:#"'][^:#]*:[ \t]+(.*)$/.exec(written)?.[1]
  if (value?.startsWith('{{')) {
    return {
      message: 'A value that starts with {{ is not in quotes, so YAML takes it for a mapping.',
      help: 'Put the whole value in double quotes.',
      range,
    }
  }
  if (value && /^[%@`]/.test(value)) {
    return {
      message: `A value cannot start with ${value.charAt(0)} unless it is in quotes.`,
      help: 'Put the value in quotes.',
      range,
    }
  }
  if (value && /^[^"'[{|>&*!].*:([ \t]|$)/.test(value) && column > written.indexOf(value)) {
    return {
      message: 'A value holds a colon followed by a space, which starts another mapping.',
      help: 'Put the value in quotes, or start a new line.',
      range,
    }
  }
  const isFlow = message.includes('flow collection')
  const opened =
    isFlow || message === 'deficient indentation' ? unclosedBracket(source, range.start) : undefined
  if (opened && opened.start.line < line) {
    const { start } = opened
    return {
      message: `This ${source.line(start.line)[start.column - 1]} is not closed before line ${line}, where the parser gives up.`,
      help: 'Close it, or put the comma that is missing within it.',
      range: opened,
    }
  }
  if (isFlow) {
    return {
      message: 'A comma is missing here, or a bracket or brace that was opened before is not closed.',
      help: 'Close it, or put the comma.',
      range,
    }
  }
  if (message === 'deficient indentation') {
    return {
      message:
        'A quote or bracket that was opened before is not closed, or this line is indented too little.',
      help: 'Close it, or indent this line more than the line that opens it.',
      range,
    }
  }
  return { message: `Not YAML: ${message}.`, help: 'Mend it here or just above.', range }
}
