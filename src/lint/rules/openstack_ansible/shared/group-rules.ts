import type { Group } from '../../../readers/openstack_ansible/config.js'
import type { Deployment } from '../../../readers/openstack_ansible/deployment.js'

/** The hosts that some known group deploys something to. */
export function hostsOfKnown(deployment: Deployment): Set<string> {
  const known = deployment.groups.filter((group) => isKnown(group, deployment))
  return new Set(known.flatMap(({ hosts }) => hosts.map(({ name }) => name)))
}

export function isKnown({ name }: Group, { known, environment }: Deployment): boolean {
  return known.groups.has(name) || environment.groups.has(name)
}
