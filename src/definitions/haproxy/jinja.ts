import { PLACEHOLDER } from '../definition.js'

/** A template's text as HAProxy could read it, and which of its lines are not sure to be there once as they are. */
export interface Filled {
  text: string
  isTemplate: boolean
  /** Whether other files are put in. */
  includes: boolean
  /** Lines, counted from 1, inside of `if` or `for`, or with a statement between their words. */
  conditional: ReadonlySet<number>
  /** Lines that stand in a loop. */
  repeated: ReadonlySet<number>
}

// `%{+Q}r` and `{%hr}` are HAProxy's own: a statement starts with a word that Jinja knows
const STATEMENT =
  /\{%[-+]?\s*(if|elif|else|endif|for|endfor|set|endset|raw|endraw|block|endblock|include|import|from|extends|macro|endmacro|call|endcall|filter|endfilter|do|with|endwith)\b[^%]*(?:%(?!\})[^%]*)*%\}/g
const COMMENT = /\{#[^#]*(?:#(?!\})[^#]*)*#\}/g
const EXPRESSION = /\{\{[^}]*(?:\}(?!\})[^}]*)*\}\}/g

/** Blank out Jinja's statements and comments, and fill in its expressions, so that all places stay the same. */
export function filled(text: string): Filled {
  const none: ReadonlySet<number> = new Set()
  if (!text.includes('{{') && !text.includes('{%') && !text.includes('{#')) {
    return { text, isTemplate: false, includes: false, conditional: none, repeated: none }
  }
  const withoutComments = text.replace(COMMENT, blank)
  const { conditional, repeated, includes } = flow(withoutComments)
  const result = withoutComments
    .replace(STATEMENT, blank)
    .replace(EXPRESSION, (expression) => expression.replace(/[^\n]/g, PLACEHOLDER))
  return { text: result, isTemplate: result !== text, includes, conditional, repeated }
}

/** Follow the statements from line to line. */
function flow(text: string): Pick<Filled, 'conditional' | 'repeated' | 'includes'> {
  const conditional = new Set<number>()
  const repeated = new Set<number>()
  let includes = false
  let depth = 0
  let loops = 0
  let line = 1
  let at = 0
  const goTo = (offset: number) => {
    for (
      let next = text.indexOf('\n', at);
      next !== -1 && next < offset;
      next = text.indexOf('\n', next + 1)
    ) {
      if (depth > 0) conditional.add(line)
      if (loops > 0) repeated.add(line)
      line++
    }
    at = offset
    if (depth > 0) conditional.add(line)
    if (loops > 0) repeated.add(line)
  }
  for (const { 0: statement, 1: name = '', index } of text.matchAll(STATEMENT)) {
    goTo(index)
    if (/^(if|for|block|macro|call|filter)$/.test(name)) depth++
    if (/^end(if|for|block|macro|call|filter)$/.test(name)) depth = Math.max(0, depth - 1)
    if (name === 'for') loops++
    if (name === 'endfor') loops = Math.max(0, loops - 1)
    includes ||= name === 'include' || name === 'extends' || name === 'import'
    goTo(index + statement.length)
    if (name !== 'raw' && name !== 'endraw') conditional.add(line)
  }
  goTo(text.length)
  return { conditional, repeated, includes }
}

function blank(written: string): string {
  return written.replace(/[^\n]/g, ' ')
}
