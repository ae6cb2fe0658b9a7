import { distance } from 'fastest-levenshtein'
import type { NameFacts } from './facts.js'

/** The variables that a tool knows, made once for each set of facts. */
export class KnownNames {
  private readonly known: ReadonlySet<string>
  private readonly lastSeen = new Map<string, string>()
  private readonly candidates: readonly { name: string; letters: number }[]

  private constructor(facts: NameFacts) {
    this.known = new Set([...Object.keys(facts.variables), ...facts.referenced])
    for (const [release, names] of Object.entries(facts.removed)) {
      for (const name of names) this.lastSeen.set(name, release)
    }
    this.candidates = Object.keys(facts.variables)
      .filter((name) => name.length >= SHORTEST)
      .map((name) => ({ name, letters: lettersOf(name) }))
  }

  private static readonly made = new WeakMap<NameFacts, KnownNames>()

  static of(facts: NameFacts): KnownNames {
    const made = KnownNames.made.get(facts) ?? new KnownNames(facts)
    KnownNames.made.set(facts, made)
    return made
  }

  has(name: string): boolean {
    return this.known.has(name)
  }

  /** The last release that had a variable of this name, when it is gone. */
  lastRelease(name: string): string | undefined {
    return this.lastSeen.get(name)
  }

  /** The variable that was certainly meant: one word of the name is a slip of the pen away from it. */
  meant(name: string): string | undefined {
    if (name.length < SHORTEST) return undefined
    const letters = lettersOf(name)
    let best: string | undefined
    let least = MOST_SLIPS + 1
    for (const candidate of this.candidates) {
      if (Math.abs(candidate.name.length - name.length) > MOST_SLIPS) continue
      // each slip changes at most two letters of those that occur
      if (bitsOf(candidate.letters ^ letters) > 2 * MOST_SLIPS) continue
      const slips = distance(candidate.name, name)
      if (slips >= least || !isSlip(name, candidate.name)) continue
      best = candidate.name
      least = slips
    }
    return best
  }
}

const SHORTEST = 8
const MOST_SLIPS = 2

/** The letters that occur, one bit each: cheap to compare before anything dear is. */
function lettersOf(name: string): number {
  let letters = 0
  for (let at = 0; at < name.length; at++) letters |= 1 << (name.charCodeAt(at) & 31)
  return letters
}

function bitsOf(mask: number): number {
  let bits = 0
  for (let rest = mask; rest !== 0; rest &= rest - 1) bits++
  return bits
}

/** Words that differ by a slip are long enough to be told apart from other words. */
function isSlip(written: string, meant: string): boolean {
  if (written.replaceAll('_', '') === meant.replaceAll('_', '')) return true
  if (written.replace(/\d+/g, '') === meant.replace(/\d+/g, '')) return false
  const [words, meantWords] = [written.split('_'), meant.split('_')]
  if (words.length !== meantWords.length) return false
  const different = words.flatMap((word, index) => {
    const other = meantWords[index] ?? ''
    return word === other ? [] : [[word, other] as const]
  })
  const [only] = different
  return different.length === 1 && only !== undefined && isSlipOfWord(...only)
}

function isSlipOfWord(written: string, meant: string): boolean {
  const shorter = Math.min(written.length, meant.length)
  if (shorter < 4) return false
  const slips = distance(written, meant)
  return slips === 1 || isSwap(written, meant) || (slips === 2 && shorter >= 8)
}

/** Whether two neighboring letters changed their places. */
function isSwap(written: string, meant: string): boolean {
  if (written.length !== meant.length) return false
  const at = [...written].findIndex((letter, index) => letter !== meant[index])
  const swapped = `${written.slice(0, at)}${written[at + 1]}${written[at]}${written.slice(at + 2)}`
  return at !== -1 && swapped === meant
}
