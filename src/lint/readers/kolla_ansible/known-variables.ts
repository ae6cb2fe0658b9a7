import { WordSpeller } from '../../engine/speller.js'
import type { NameFacts } from '../../facts/kolla_ansible.js'

/** Shorter names are too much like each other to tell a typo from a name of the user's own. */
const SHORTEST_NAME = 8
/** Shorter words are names of other services: `enable_etc` is not `enable_etcd`. */
const SHORTEST_WORD = 4

/** The variables that a tool knows in one release. */
export class KnownVariables {
  private readonly known: ReadonlySet<string>
  private readonly lastReleases = new Map<string, string>()
  private readonly speller: WordSpeller

  private constructor(facts: NameFacts) {
    const variables = Object.keys(facts.variables)
    this.known = new Set([...variables, ...facts.referenced])
    for (const [release, names] of Object.entries(facts.removed)) {
      for (const name of names) this.lastReleases.set(name, release)
    }
    const names = variables.filter((name) => name.length >= SHORTEST_NAME)
    this.speller = new WordSpeller(names, SHORTEST_WORD)
  }

  private static readonly built = new WeakMap<NameFacts, KnownVariables>()

  /** The variables of these facts, indexed once. */
  static of(facts: NameFacts): KnownVariables {
    const built = KnownVariables.built.get(facts) ?? new KnownVariables(facts)
    KnownVariables.built.set(facts, built)
    return built
  }

  has(name: string): boolean {
    return this.known.has(name)
  }

  /** The last release that had a variable which is removed now. */
  lastRelease(name: string): string | undefined {
    return this.lastReleases.get(name)
  }

  /** The variable that a name with a typo in one of its words was meant to be. */
  typoOf(name: string): string | undefined {
    return name.length < SHORTEST_NAME ? undefined : this.speller.typoOf(name)
  }

  /** The switch whose name this one is, with one word too many: `enable_nova_compute_ssh` for `enable_nova_ssh`. */
  switchWithin(name: string): string | undefined {
    const words = name.split('_')
    if (words[0] !== 'enable' || words.length <= 3) return undefined
    for (let at = 2; at < words.length; at++) {
      const shorter = words.toSpliced(at, 1).join('_')
      if (this.known.has(shorter)) return shorter
    }
    return undefined
  }
}
