import { isBefore } from '../../../../openstack/releases.js'
import { REPLACEMENTS } from '../../../facts/kolla_ansible_replacements.js'
import type { Deployment } from '../../../readers/kolla_ansible/deployment.js'
import type { Setting } from '../../../readers/kolla_ansible/settings.js'

/** Whether there once was such a variable. */
export function isGone({ names, release }: Deployment, { name }: Setting): boolean {
  const since = REPLACEMENTS.get(name)?.since
  if (since && release) return !isBefore(release.release, since)
  return names?.lastRelease(name) !== undefined
}
