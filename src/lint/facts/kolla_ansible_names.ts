import { WordSpeller } from '../engine/speller.js'
import type { NameFacts } from './kolla_ansible.js'

/** The variables that a tool knows, made once for each set of facts. */
export class KnownNames {
  private readonly known: ReadonlySet<string>
  private readonly lastSeen = new Map<string, string>()
  private readonly speller: WordSpeller

  private constructor(facts: NameFacts) {
    const variables = Object.keys(facts.variables)
    this.known = new Set([...variables, ...facts.referenced])
    for (const [release, names] of Object.entries(facts.removed)) {
      for (const name of names) this.lastSeen.set(name, release)
    }
    this.speller = new WordSpeller(variables.filter((name) => name.length >= SHORTEST))
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
    return this.speller.typoOf(name)
  }
}

const SHORTEST = 8
