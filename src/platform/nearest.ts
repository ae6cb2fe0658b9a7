import { distance } from 'fastest-levenshtein'

/** The candidate that `word` was probably meant to be: at most a third of its letters differ. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined
  let least = Math.max(1, Math.floor(word.length / 3)) + 1
  for (const candidate of candidates) {
    const difference = distance(word.toLowerCase(), candidate.toLowerCase())
    if (difference < least) [best, least] = [candidate, difference]
  }
  return best
}
