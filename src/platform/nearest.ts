import { distance } from 'fastest-levenshtein'

/** Longer names are not compared: the cost of a comparison grows with the product of both lengths. */
export const LONGEST_NAME = 200

/** Shorter beginnings say too little about the name that was meant. */
const SHORTEST_START = 4

/**
 * The candidate that is most like `word`, for a word that is certainly wrong. At most a third of its letters may differ.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  if (word.length > LONGEST_NAME) return undefined
  let best: string | undefined
  let most = Math.max(1, Math.floor(word.length / 3))
  for (const candidate of candidates) {
    const count = edits(word, candidate, most)
    if (count === undefined) continue
    if (count === 0) return candidate
    best = candidate
    most = count - 1
  }
  return best
}

/** The only candidate that begins with the word, or that the word begins with: `gateway_ip` for `gateway`. */
function extended(word: string, candidates: Iterable<string>): string | undefined {
  if (word.length < SHORTEST_START) return undefined
  const found = [...new Set(candidates)].filter(
    (name) => name.length >= SHORTEST_START && (name.startsWith(word) || word.startsWith(name)),
  )
  return found.length === 1 ? found[0] : undefined
}

/** `Did you mean "…"?` when a candidate is like the name, otherwise the other advice. */
export function didYouMean(name: string, candidates: Iterable<string>, otherwise: string): string {
  const near = nearest(name, candidates) ?? extended(name, candidates)
  return near === undefined ? otherwise : `Did you mean "${near}"?`
}

/**
 * How many letters to insert, delete or replace to turn one name into the other; `undefined` when more than `most`.
 * Two letters that changed places count as one edit. Upper and lower case are the same, and so are `-` and `_`.
 */
export function edits(a: string, b: string, most: number): number | undefined {
  const shorter = Math.min(a.length, b.length)
  const longer = Math.max(a.length, b.length)
  if (longer - shorter > most) return undefined
  let start = 0
  while (start < shorter && folded(a, start) === folded(b, start)) start++
  let end = 0
  while (end < shorter - start && folded(a, a.length - 1 - end) === folded(b, b.length - 1 - end)) end++
  const count =
    start + end === shorter
      ? longer - shorter
      : differences(foldedSlice(a, start, end), foldedSlice(b, start, end))
  return count > most ? undefined : count
}

function differences(a: string, b: string): number {
  return isExchange(a, b) ? 1 : distance(a, b)
}

/** Whether only the first and the last letter changed places. */
function isExchange(a: string, b: string): boolean {
  return a.length === b.length && a.length > 1 && `${a.at(-1)}${a.slice(1, -1)}${a[0]}` === b
}

function foldedSlice(text: string, start: number, end: number): string {
  return text
    .slice(start, text.length - end)
    .toLowerCase()
    .replaceAll('-', '_')
}

/** One letter as it counts, without allocating anything: large inventories compare all their names. */
function folded(text: string, at: number): number {
  const code = text.charCodeAt(at)
  if (code >= 65 && code <= 90) return code + 32
  return code === 45 ? 95 : code
}
