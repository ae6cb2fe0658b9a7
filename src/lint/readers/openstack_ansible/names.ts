import { RELEASES } from '../../../openstack/releases.js'
import type { Problem } from '../../engine/rule.js'
import { typoOf, WordSpeller } from '../../engine/speller.js'
import { type Known, OLDER } from '../../facts/openstack_ansible.js'

/** The known name that was probably meant: one word of it has a typo, or an underscore is missing. */
export function misspelled(name: string, known: readonly string[]): string | undefined {
  return name.startsWith('_') ? undefined : new WordSpeller(known).typoOf(name)
}

/** The key that was meant where only certain keys are read. People put `_` before a key to switch it off. */
export function misspelledKey(key: string, known: readonly string[]): string | undefined {
  return key.startsWith('_') ? undefined : typoOf(key, known, { shortest: 4, most: 1 })
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
