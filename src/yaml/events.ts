import { type Event, parseEvents, YAMLException } from 'js-yaml'

/** Spaces that are inserted so that the parser accepts what PyYAML and libyaml accept. */
interface Insertion {
  /** Offset in the original text. */
  at: number
  width: number
}

/** How many characters may be parsed again for one file in total. */
const RETRY_BUDGET = 16 * 1024 * 1024
const MAX_RETRIES = 500
/** The deepest indentation that lines are moved to. */
const MAX_INDENT = 200

/**
 * Parses like PyYAML and libyaml where js-yaml is stricter: lines within quotes and brackets may have any indentation,
 * and a comment may directly follow a quote, bracket or comma. Offsets are those of `text`.
 *
 * @throws YAMLException with a place in `text`
 */
export function pyyamlEvents(text: string): Event[] {
  const insertions: Insertion[] = []
  let first: YAMLException | undefined
  for (let retries = Math.min(MAX_RETRIES, RETRY_BUDGET / (text.length + 1)); ; retries--) {
    try {
      const events = parseEvents(withInsertions(text, insertions), {})
      return insertions.length === 0 ? events : events.map((event) => movedBack(event, insertions))
    } catch (error) {
      if (!(error instanceof YAMLException)) throw error
      const at = originalOffset(error.mark?.position ?? 0, insertions)
      const width = retries > 0 ? missingSpaces(error.reason, text, at) : 0
      if (width > 0) {
        first ??= error
        const place = error.reason === DEFICIENT ? lineStart(text, at) : at
        if (!insertions.some((other) => other.at === place)) {
          insertions.push({ at: place, width })
          insertions.sort((a, b) => a.at - b.at)
          continue
        }
      }
      // an unclosed quote or bracket is best explained where the indentation decreased
      const isOpen = at >= text.trimEnd().length || width > 0
      YAMLException.throwAt(
        text,
        isOpen && first ? placeOf(first) : at,
        (isOpen && first ? first : error).reason,
      )
    }
  }
}

const DEFICIENT = 'deficient indentation'

/** How many spaces would fix the error; 0 for a real error. */
function missingSpaces(reason: string, text: string, at: number): number {
  if (reason === DEFICIENT) return Math.min(deepestIndent(text), MAX_INDENT) + 1
  return text[at] === '#' && /["'\],}]/.test(text[at - 1] ?? '') ? 1 : 0
}

function deepestIndent(text: string): number {
  let deepest = 0
  for (const [indent] of text.matchAll(/^ +/gm)) deepest = Math.max(deepest, indent.length)
  return deepest
}

/** The first error occurs before any insertion, so that its place is the original one. */
function placeOf(first: YAMLException): number {
  return first.mark?.position ?? 0
}

function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1
}

function withInsertions(text: string, insertions: readonly Insertion[]): string {
  let result = ''
  let from = 0
  for (const { at, width } of insertions) {
    result += text.slice(from, at) + ' '.repeat(width)
    from = at
  }
  return result + text.slice(from)
}

function originalOffset(offset: number, insertions: readonly Insertion[]): number {
  let shift = 0
  for (const { at, width } of insertions) {
    if (at + shift + width > offset) return Math.min(offset - shift, at)
    shift += width
  }
  return offset - shift
}

const OFFSETS = ['start', 'anchorStart', 'anchorEnd', 'tagStart', 'tagEnd', 'valueStart', 'valueEnd']

function movedBack(event: Event, insertions: readonly Insertion[]): Event {
  const offsets = Object.entries(event).filter(([name, offset]) => OFFSETS.includes(name) && offset >= 0)
  const moved = offsets.map(([name, offset]) => [name, originalOffset(offset, insertions)])
  return Object.assign({ ...event }, Object.fromEntries(moved))
}
