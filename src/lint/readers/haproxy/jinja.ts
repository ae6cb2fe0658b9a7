import { PLACEHOLDER } from '../../engine/definition.js'

/** The text of a template as HAProxy could read it, and which of its lines may be missing, different or repeated. */
export interface Filled {
  text: string
  isTemplate: boolean
  /** Whether it includes other files. */
  includes: boolean
  /** Lines, counted from 1, inside `if` or `for`, or with a statement between their words. */
  conditional: ReadonlySet<number>
  /** Lines in a loop. */
  repeated: ReadonlySet<number>
}

/** A statement starts with a keyword of Jinja: `%{+Q}r` and `{%hr}` belong to HAProxy. */
const STATEMENT =
  /[-+]?\s*(if|elif|else|endif|for|endfor|set|endset|raw|endraw|block|endblock|include|import|from|extends|macro|endmacro|call|endcall|filter|endfilter|do|with|endwith)\b/y
const CLOSING: Readonly<Record<string, string>> = { '{{': '}}', '{%': '%}', '{#': '#}' }

interface Tag {
  start: number
  end: number
  /** The keyword; `undefined` for expressions and comments. */
  statement: string | undefined
  isExpression: boolean
}

/** All Jinja tags of a text, in one pass. */
function tagsOf(text: string): Tag[] {
  const tags: Tag[] = []
  const unclosed = new Set<string>()
  const opening = /\{[{%#]/g
  for (let found = opening.exec(text); found; found = opening.exec(text)) {
    const [mark] = found
    STATEMENT.lastIndex = found.index + 2
    const statement = mark === '{%' ? STATEMENT.exec(text)?.[1] : undefined
    if (unclosed.has(mark) || (mark === '{%' && statement === undefined)) continue
    const close = text.indexOf(CLOSING[mark] ?? '', found.index + 2)
    if (close === -1) unclosed.add(mark)
    else {
      tags.push({ start: found.index, end: close + 2, statement, isExpression: mark === '{{' })
      opening.lastIndex = close + 2
    }
  }
  return tags
}

/** Blank out statements and comments, and fill expressions with a placeholder, so that all positions stay the same. */
export function filled(text: string): Filled {
  const none: ReadonlySet<number> = new Set()
  if (!text.includes('{{') && !text.includes('{%') && !text.includes('{#')) {
    return { text, isTemplate: false, includes: false, conditional: none, repeated: none }
  }
  const tags = tagsOf(text)
  const parts: string[] = []
  let at = 0
  for (const { start, end, isExpression } of tags) {
    const covered = text.slice(start, end).replace(/[^\n]/g, isExpression ? PLACEHOLDER : ' ')
    parts.push(text.slice(at, start), covered)
    at = end
  }
  parts.push(text.slice(at))
  return { text: parts.join(''), isTemplate: tags.length > 0, ...flow(text, tags) }
}

const OPENS = /^(?:if|for|block|macro|call|filter)$/
const ENDS = /^end(?:if|for|block|macro|call|filter)$/

/** Follow the statements line by line. */
function flow(text: string, tags: readonly Tag[]): Pick<Filled, 'conditional' | 'repeated' | 'includes'> {
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
  for (const { start, end, statement } of tags) {
    if (statement === undefined) continue
    goTo(start)
    if (OPENS.test(statement)) depth++
    if (ENDS.test(statement)) depth = Math.max(0, depth - 1)
    if (statement === 'for') loops++
    if (statement === 'endfor') loops = Math.max(0, loops - 1)
    includes ||= statement === 'include' || statement === 'extends' || statement === 'import'
    goTo(end)
    if (statement !== 'raw' && statement !== 'endraw') conditional.add(line)
  }
  goTo(text.length)
  return { conditional, repeated, includes }
}
