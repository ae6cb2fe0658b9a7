import { edits, LONGEST_NAME, nearest } from '../../platform/nearest.js'

export { didYouMean, nearest } from '../../platform/nearest.js'

/** How different a name may be to still count as a typo of another. */
export interface TypoLimits {
  /** Shorter names are too much like each other to tell: only their case may be wrong. */
  shortest?: number
  /** Edits that a name of eight or more letters may have; shorter ones may have one. */
  most?: 1 | 2
  /** Whether names that differ in their digits can be typos of each other. Usually `web1` and `web2` are siblings. */
  ignoresDigits?: boolean
}

/** Names of at least this many letters may have two edits. */
const LONG = 8

/**
 * The known name that was certainly meant, for a name that may also be valid: a plugin's, or one that the user chose.
 * `undefined` when the name is known itself. For names that are certainly wrong use {@link nearest}.
 */
export function typoOf(
  name: string,
  known: Iterable<string>,
  { shortest = 5, most = 2, ignoresDigits = false }: TypoLimits = {},
): string | undefined {
  if (name.length > LONGEST_NAME) return undefined
  let meant: string | undefined
  let left = name.length < shortest ? 0 : name.length < LONG ? 1 : most
  for (const other of known) {
    if (other === name) return undefined
    if (left < 0) continue
    const count = edits(name, other, left)
    if (count === undefined || !(ignoresDigits || haveSameDigits(name, other))) continue
    meant = other
    left = count - 1
  }
  return meant
}

/** How many different names a {@link Speller} looks up. */
const MOST_LOOKUPS = 200

/** Compares names with one set of known names, at a bounded cost: no one types a file with more unknown names. */
export class Speller {
  private readonly answers = new Map<string, string | undefined>()

  constructor(
    private readonly known: Iterable<string>,
    private readonly limits: TypoLimits = {},
  ) {}

  /** As {@link typoOf}. */
  typoOf(name: string): string | undefined {
    return this.answer(`typo ${name}`, () => typoOf(name, this.known, this.limits))
  }

  /** As {@link nearest}. */
  nearest(name: string): string | undefined {
    return this.answer(`nearest ${name}`, () => nearest(name, this.known))
  }

  private answer(key: string, find: () => string | undefined): string | undefined {
    if (this.answers.has(key) || this.answers.size >= MOST_LOOKUPS) return this.answers.get(key)
    const found = find()
    this.answers.set(key, found)
    return found
  }
}

/** Marks the word that is left out of a name. */
const GAP = '*'

/** Shorter words (`arm`, `kvm`) are choices, not typos of each other. */
const SHORTEST_WORD = 4

/**
 * Finds the name in which one word of `a_name_of_words` has a typo, or an underscore is missing or too many. The cost of
 * a lookup does not grow with the number of known names.
 */
export class WordSpeller {
  private notIndexed: Iterable<string>
  /** By the name without its underscores. */
  private readonly joined = new Map<string, string>()
  /** By the name with a gap in place of one word: the words that fit. */
  private readonly words = new Map<string, string[]>()

  /** @param shortestWord the least number of letters of a word to correct, beside those of the known word */
  constructor(
    known: Iterable<string>,
    private readonly shortestWord = 1,
  ) {
    this.notIndexed = known
  }

  typoOf(name: string): string | undefined {
    if (name.length > LONGEST_NAME) return undefined
    this.index()
    const joined = this.joined.get(name.replaceAll('_', ''))
    if (joined !== undefined) return joined === name ? undefined : joined
    for (const [gap, word] of gapsOf(name)) {
      if (word.length < this.shortestWord) continue
      const meant = this.words.get(gap)?.find((candidate) => isTypo(word, candidate))
      if (meant !== undefined) return gap.replace(GAP, () => meant)
    }
    return undefined
  }

  /** Most files have no name that needs the index. */
  private index(): void {
    for (const name of this.notIndexed) {
      this.joined.set(name.replaceAll('_', ''), name)
      for (const [gap, word] of gapsOf(name)) {
        const words = this.words.get(gap)
        if (words) words.push(word)
        else this.words.set(gap, [word])
      }
    }
    this.notIndexed = []
  }
}

/** The name once for each of its words, with a gap in place of the word. */
function gapsOf(name: string): [gap: string, word: string][] {
  const gaps: [gap: string, word: string][] = []
  for (let start = 0; start <= name.length; ) {
    const next = name.indexOf('_', start)
    const end = next === -1 ? name.length : next
    gaps.push([name.slice(0, start) + GAP + name.slice(end), name.slice(start, end)])
    start = end + 1
  }
  return gaps
}

function isTypo(written: string, meant: string): boolean {
  if (meant.length < SHORTEST_WORD || written === meant) return false
  const most = Math.min(written.length, meant.length) < LONG ? 1 : 2
  return edits(written, meant, most) !== undefined && haveSameDigits(written, meant)
}

function haveSameDigits(a: string, b: string): boolean {
  return a.replace(/\D+/g, '') === b.replace(/\D+/g, '')
}
