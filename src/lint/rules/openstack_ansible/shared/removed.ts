import { RELEASES } from '../../../../openstack/releases.js'
import type { Words } from '../../../engine/declared.js'
import { type Known, OLDER, type Span } from '../../../facts/openstack_ansible.js'

/** The words for a name that only other releases have: an error, or a warning when the release is only assumed. */
export function removedWords(known: Known, what: string, [first, last]: Span, help: string): Words {
  const at = (release: string) => (RELEASES as readonly string[]).indexOf(release)
  const isLater = at(first) > at(known.release)
  const since = isLater ? `the first release with it is ${first}` : `the last release with it is ${last}`
  return {
    message: `openstack-ansible ${known.release} does not have ${what}: ${last === OLDER ? 'only older releases have it' : since}.`,
    help: orSetRelease(help, known),
    severity: known.isAssumed ? 'warning' : 'error',
  }
}

/** The help, with the other way out when the release is only assumed. */
export function orSetRelease(help: string, { isAssumed }: Known): string {
  return isAssumed ? `${help.replace(/\.$/, '')}, or set openstack_release in changeover.yml.` : help
}
