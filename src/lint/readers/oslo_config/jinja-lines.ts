/** Jinja in an INI file, line by line: where the text of each line begins, and under which condition it stands. */
export interface JinjaLine {
  /** Nothing but statements and comments: rendering leaves no text of it. */
  isGone: boolean
  /** How much of the line's beginning is statements and comments. */
  start: number
  /** The conditions and loops that the line stands in: `''` outside, and another for each arm of an `if`. */
  arm: string
}

const PLAIN: JinjaLine = { isGone: false, start: 0, arm: '' }
const OPENS = new Set(['if', 'for', 'macro', 'call', 'filter', 'block', 'with'])

/** What Jinja makes of each line, by its index. */
export function jinjaLines(text: string, lines: readonly string[]): (index: number) => JinjaLine {
  if (!text.includes('{%') && !text.includes('{#')) return () => PLAIN
  const found = read(text, lines)
  return (index) => found[index] ?? PLAIN
}

interface Block {
  start: number
  end: number
  word: string
}

function read(text: string, lines: readonly string[]): JinjaLine[] {
  const blocks = blocksIn(text)
  const arms = new Arms()
  const found: JinjaLine[] = []
  let at = 0
  let next = 0
  for (const line of lines) {
    const end = at + line.length
    // a block that began on an earlier line may end on this one
    let covered = Math.max(at, Math.min(blocks[next - 1]?.end ?? 0, end))
    let hasBlock = (blocks[next - 1]?.end ?? 0) > at
    let onlyBlocks = true
    let start = covered - at
    let { arm } = arms
    for (let block = blocks[next]; block && block.start < end; block = blocks[++next]) {
      const between = text.slice(covered, block.start)
      if (between.trim() !== '') onlyBlocks = false
      covered = Math.min(block.end, end)
      hasBlock = true
      arms.meet(block.word)
      // what stands behind a statement on the same line stands in its arm
      if (onlyBlocks) [start, arm] = [covered - at, arms.arm]
    }
    const isGone = hasBlock && onlyBlocks && text.slice(covered, end).trim() === ''
    found.push({ isGone, start, arm })
    at = end + 1
  }
  return found
}

function blocksIn(text: string): Block[] {
  const blocks: Block[] = []
  const opening = /\{[%#]/g
  // once there is no end ahead, there is none for what follows either
  const endless = new Set<string>()
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    const start = match.index
    const close = match[0] === '{%' ? '%}' : '#}'
    const found = endless.has(close) ? -1 : text.indexOf(close, start + 2)
    if (found === -1) {
      endless.add(close)
      if (endless.size === 2) break
      continue
    }
    const end = found + close.length
    blocks.push({ start, end, word: /^[-+]?[ \t]*(\w*)/.exec(text.slice(start + 2, start + 40))?.[1] ?? '' })
    opening.lastIndex = end
  }
  return blocks
}

/** The conditions and loops that are open, each with the arm that has been reached. */
class Arms {
  private readonly open: { id: number; branch: number }[] = []
  private count = 0
  arm = ''

  meet(word: string): void {
    if (OPENS.has(word)) this.open.push({ id: this.count++, branch: 0 })
    else if (word.startsWith('end') && OPENS.has(word.slice(3))) this.open.pop()
    else if (word === 'elif' || word === 'else') this.turn()
    else return
    const inner = this.open.at(-1)
    this.arm = inner ? `${inner.id}.${inner.branch}` : ''
  }

  private turn(): void {
    const inner = this.open.at(-1)
    if (inner) inner.branch++
  }
}
