import { distance } from 'fastest-levenshtein'

/** The candidate that `word` was probably meant to be: at most a third of its letters differ. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined
  let least = Math.max(1, Math.floor(word.length / 3)) + 1
  for (const candidate of candidates) {
    const difference = slips(word.toLowerCase(), candidate.toLowerCase())
    if (difference < least) [best, least] = [candidate, difference]
  }
  return best
}

/** How many slips of the fingers lie between two words; neighbors that changed places are one, not two. */
export function slips(a: string, b: string): number {
  return areSwapped(a, b) ? 1 : distance(a, b)
}

/** Whether two neighboring letters changed places: `netwrok`. */
export function areSwapped(a: string, b: string): boolean {
  if (a.length !== b.length || a.length < 4) return false
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  return (
    at < a.length - 1 && a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2)
  )
}
