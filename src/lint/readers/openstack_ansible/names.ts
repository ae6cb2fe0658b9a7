import { distance } from 'fastest-levenshtein'
import { RELEASES } from '../../../openstack/releases.js'
import { areSwapped, slips } from '../../../platform/nearest.js'
import type { Problem } from '../../engine/rule.js'
import { type Known, OLDER } from '../../facts/openstack_ansible.js'

/**
 * The known name that was probably meant: a word or two have a letter too many, too few or another one, or an
 * underscore is missing. Other numbers and other short words (`arm`, `kvm`) are names that people choose.
 */
export function misspelled(name: string, known: readonly string[]): string | undefined {
  if (name.startsWith('_')) return undefined
  const words = name.split('_')
  return known.find((other) => {
    const others = other.split('_')
    if (digitsOf(name) !== digitsOf(other)) return false
    if (words.length !== others.length) return words.join('') === others.join('')
    return others.every((word, index) => slips(word, words[index] ?? '') <= allowedSlips(word))
  })
}

/** The key that was meant where only certain keys are read: one letter is different, or two changed places. */
export function misspelledKey(key: string, known: readonly string[]): string | undefined {
  // people put `_` before a key to switch it off, or to have a place for an anchor
  if (known.includes(key) || key.startsWith('_')) return undefined
  return known.find((other) => (distance(key, other) === 1 && key.length > 3) || areSwapped(key, other))
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '')
}

function allowedSlips(word: string): number {
  return word.length < 4 ? 0 : Math.min(2, Math.floor(word.length / 3))
}

/** Finds the known name that one misspelled word makes of a name, in time that does not grow with what is known. */
export class MisspelledWords {
  private readonly byGap = new Map<string, string[]>()
  private readonly byLetters = new Map<string, string>()

  constructor(known: Iterable<string>) {
    for (const name of known) {
      this.byLetters.set(name.replaceAll('_', ''), name)
      for (const [gap] of gapsOf(name)) {
        const others = this.byGap.get(gap)
        if (others) others.push(name)
        else this.byGap.set(gap, [name])
      }
    }
  }

  meant(name: string): string | undefined {
    const joined = this.byLetters.get(name.replaceAll('_', ''))
    if (joined) return joined
    for (const [gap, word, index] of gapsOf(name)) {
      const allowed = word.length < 4 ? 0 : word.length < 8 ? 1 : 2
      const found = this.byGap.get(gap)?.find((other) => {
        const meant = other.split('_')[index] ?? ''
        return digitsOf(meant) === digitsOf(word) && slips(word, meant) <= allowed
      })
      if (found) return found
    }
    return undefined
  }
}

/** The name with each of its words left out in turn. */
function gapsOf(name: string): [gap: string, word: string, index: number][] {
  const gaps: [gap: string, word: string, index: number][] = []
  for (let start = 0; start <= name.length; ) {
    const next = name.indexOf('_', start)
    const end = next === -1 ? name.length : next
    gaps.push([`${name.slice(0, start)}*${name.slice(end)}`, name.slice(start, end), gaps.length])
    start = end + 1
  }
  return gaps
}

/** What is said of a name that only other series have: an error unless the release is only assumed. */
export function goneFrom(
  { release, isAssumed }: Pick<Known, 'release' | 'isAssumed'>,
  what: string,
  [first, last]: readonly [string, string],
): Pick<Problem, 'message' | 'severity'> {
  const at = (series: string) => (RELEASES as readonly string[]).indexOf(series)
  const since = at(first) > at(release) ? `it comes with ${first}` : `the last release that has it is ${last}`
  return {
    message: `openstack-ansible ${release} does not have ${what}: ${last === OLDER ? 'only an older one has it' : since}.`,
    severity: isAssumed ? 'warning' : 'error',
  }
}

/** The help, with the way out for those whose release was only assumed. */
export function orSayRelease(help: string, { isAssumed }: Pick<Known, 'isAssumed'>): string {
  return isAssumed ? `${help.replace(/\.$/, '')}, or say openstack_release in changeover.yml.` : help
}
