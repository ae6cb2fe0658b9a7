/** What Jinja makes of one line of an INI file. */
export interface JinjaLine {
  /** Whether the line consists of statements and comments, so that rendering leaves no text. */
  isGone: boolean
  /** The length of the statements and comments at the start of the line. */
  start: number
  /** Identifies the innermost condition or loop around the line, and its branch; `''` outside of all. */
  branch: string
}

const PLAIN: JinjaLine = { isGone: false, start: 0, branch: '' }
const OPENS = new Set(['if', 'for', 'macro', 'call', 'filter', 'block', 'with'])

/** What Jinja makes of the line with a given index. */
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
  const branches = new Branches()
  const found: JinjaLine[] = []
  let at = 0
  let next = 0
  for (const line of lines) {
    const end = at + line.length
    // a block that started on an earlier line may end on this one
    let covered = Math.max(at, Math.min(blocks[next - 1]?.end ?? 0, end))
    let hasBlock = (blocks[next - 1]?.end ?? 0) > at
    let onlyBlocks = true
    let start = covered - at
    let { branch } = branches
    for (let block = blocks[next]; block && block.start < end; block = blocks[++next]) {
      const between = text.slice(covered, block.start)
      if (between.trim() !== '') onlyBlocks = false
      covered = Math.min(block.end, end)
      hasBlock = true
      branches.meet(block.word)
      // text after a statement on the same line belongs to the branch that the statement opens
      if (onlyBlocks) [start, branch] = [covered - at, branches.branch]
    }
    const isGone = hasBlock && onlyBlocks && text.slice(covered, end).trim() === ''
    found.push({ isGone, start, branch })
    at = end + 1
  }
  return found
}

function blocksIn(text: string): Block[] {
  const blocks: Block[] = []
  const opening = /\{[%#]/g
  // if no end follows one opening, none follows the later ones
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

/** The open conditions and loops, each with the current branch. */
class Branches {
  private readonly open: { id: number; branch: number }[] = []
  private count = 0
  branch = ''

  meet(word: string): void {
    if (OPENS.has(word)) this.open.push({ id: this.count++, branch: 0 })
    else if (word.startsWith('end') && OPENS.has(word.slice(3))) this.open.pop()
    else if (word === 'elif' || word === 'else') this.turn()
    else return
    const inner = this.open.at(-1)
    this.branch = inner ? `${inner.id}.${inner.branch}` : ''
  }

  private turn(): void {
    const inner = this.open.at(-1)
    if (inner) inner.branch++
  }
}
