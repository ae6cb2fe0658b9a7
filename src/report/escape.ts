/**
 * Makes text from outside (file names, YAML, output of commands) harmless for the place where it is shown. Every function
 * returns a single line.
 */

/** Terminal sequences: CSI, OSC up to its end, and the short ones. */
const ANSI =
  /(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]|\u001b(?:\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[PX^_][^\u001b]*(?:\u001b\\)?|[@-Z\\-~])/g

/** Control characters, characters that change the direction of text, and invisible characters. */
const INVISIBLE =
  /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g

/** For a terminal: no control characters, no escape sequences, one line. */
export function oneLine(text: string): string {
  return text
    .replace(ANSI, '')
    .replace(/[\t-\r\u0085\u2028\u2029]+/g, ' ')
    .replace(INVISIBLE, '')
    .trim()
}

/** For Markdown, inside of a line or in a cell of a table. */
export function inline(text: string): string {
  return oneLine(text)
    .replace(/[\\`*_[\]<>&|~#@:$]/g, '\\$&')
    .replace(/^[-+=]/, '\\$&')
    .replace(/^(\d+)([.)])(?= |$)/, '$1\\$2')
}

/** For Markdown, as code. The fence is longer than any run of backticks inside. */
export function code(text: string): string {
  const content = oneLine(text)
  if (content === '') return ''
  const longest = Math.max(0, ...(content.match(/`+/g) ?? []).map((run) => run.length))
  const fence = '`'.repeat(longest + 1)
  const pad = content.startsWith('`') || content.endsWith('`') ? ' ' : ''
  return `${fence}${pad}${content}${pad}${fence}`
}

/** As {@link code}, for a cell of a table: GitHub looks for the end of the cell before it looks for code. */
export function codeCell(text: string): string {
  return code(text).replaceAll('|', '\\|')
}

const LABEL_LENGTH = 60

/** For a Mermaid label between double quotes: every character with a meaning becomes its code. */
export function mermaidLabel(text: string): string {
  const line = oneLine(text)
  const short = [...line].length > LABEL_LENGTH ? `${[...line].slice(0, LABEL_LENGTH - 1).join('')}…` : line
  // a dot or a dash before a space can turn the label into a list
  return short.replace(/[^\p{L}\p{N} .-]|[.-](?= |$)/gu, (char) => `#${char.codePointAt(0)};`)
}
