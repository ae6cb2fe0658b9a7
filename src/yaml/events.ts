import { type Event, parseEvents, YAMLException } from 'js-yaml'

/** Spaces that are put in so that the parser accepts what PyYAML and libyaml accept. */
interface Insertion {
  /** Offset in the original text. */
  at: number
  width: number
}

/** How many characters may be parsed again, in all, for one file. */
const RETRY_BUDGET = 16 * 1024 * 1024
const MAX_RETRIES = 500
/** The deepest block that lines are moved into. */
const MAX_INDENT = 200

/**
 * Parse as PyYAML and libyaml do where js-yaml is stricter than they are: lines within quotes and brackets may be
 * indented as one likes, and a comment may follow a quote, bracket or comma directly. Offsets are those of `text`.
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
      // an opening quote or bracket that nothing closes is best explained where the indentation went back
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

/** How many spaces would mend it; 0 when it is a real error. */
function missingSpaces(reason: string, text: string, at: number): number {
  if (reason === DEFICIENT) return Math.min(deepestIndent(text), MAX_INDENT) + 1
  return text[at] === '#' && /["'\],}]/.test(text[at - 1] ?? '') ? 1 : 0
}

function deepestIndent(text: string): number {
  let deepest = 0
  for (const [indent] of text.matchAll(/^ +/gm)) deepest = Math.max(deepest, indent.length)
  return deepest
}

/** The first error comes before any insertion, so its place is the original one. */
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
