import { distance } from 'fastest-levenshtein'
import type { NameFacts } from './kolla_ansible.js'

/** The variables that a tool knows, made once for each set of facts. */
export class KnownNames {
  private readonly known: ReadonlySet<string>
  private readonly lastSeen = new Map<string, string>()
  /** By the name without its `_`. */
  private readonly joined = new Map<string, string>()
  private toIndex: readonly string[]
  /** By the name with one word left out: the words that stand there. */
  private readonly words = new Map<string, string[]>()

  private constructor(facts: NameFacts) {
    const variables = Object.keys(facts.variables)
    this.known = new Set([...variables, ...facts.referenced])
    for (const [release, names] of Object.entries(facts.removed)) {
      for (const name of names) this.lastSeen.set(name, release)
    }
    this.toIndex = variables
  }

  private index(name: string): void {
    if (name.length < SHORTEST) return
    this.joined.set(name.replaceAll('_', ''), name)
    for (const [gap, word] of gapsOf(name)) {
      const known = this.words.get(gap)
      if (known) known.push(word)
      else this.words.set(gap, [word])
    }
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

  /** The switch that has one word less than this one. */
  shiftWithin(name: string): string | undefined {
    if (!name.startsWith('enable_')) return undefined
    const words = name.split('_')
    for (let at = 2; at < words.length && words.length > 3; at++) {
      const shorter = words.toSpliced(at, 1).join('_')
      if (this.known.has(shorter)) return shorter
    }
    return undefined
  }

  /** The variable that was certainly meant: one word of the name is a slip of the pen away from it. */
  meant(name: string): string | undefined {
    if (name.length < SHORTEST) return undefined
    // most files have no name that needs it
    for (const variable of this.toIndex) this.index(variable)
    this.toIndex = []
    const joined = this.joined.get(name.replaceAll('_', ''))
    if (joined !== undefined) return joined
    for (const [gap, word] of gapsOf(name)) {
      const meant = this.words.get(gap)?.find((candidate) => isSlip(word, candidate))
      if (meant !== undefined) return gap.replace(GAP, meant)
    }
    return undefined
  }
}

const SHORTEST = 8
const LONGEST = 120
const GAP = '*'

/** The name once for each of its words, with a gap in the word's place. */
function gapsOf(name: string): [gap: string, word: string][] {
  if (name.length > LONGEST) return []
  const gaps: [gap: string, word: string][] = []
  for (let start = 0; start <= name.length; ) {
    const next = name.indexOf('_', start)
    const end = next === -1 ? name.length : next
    gaps.push([name.slice(0, start) + GAP + name.slice(end), name.slice(start, end)])
    start = end + 1
  }
  return gaps
}

/** Words that differ by a slip are long enough to be told apart from other words. */
function isSlip(written: string, meant: string): boolean {
  const shorter = Math.min(written.length, meant.length)
  if (shorter < 4 || Math.abs(written.length - meant.length) > 2) return false
  const slips = distance(written, meant)
  const isNear = slips === 1 || (slips === 2 && (shorter >= 8 || isSwap(written, meant)))
  return isNear && written.replace(/\d+/g, '') !== meant.replace(/\d+/g, '')
}

/** Whether two neighboring letters changed their places. */
function isSwap(written: string, meant: string): boolean {
  if (written.length !== meant.length) return false
  const at = [...written].findIndex((letter, index) => letter !== meant[index])
  const swapped = `${written.slice(0, at)}${written[at + 1]}${written[at]}${written.slice(at + 2)}`
  return at !== -1 && swapped === meant
}
