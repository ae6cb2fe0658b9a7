import { defineRule } from '../../engine/rule.js'
import type { Deployment } from '../../readers/openstack_ansible/deployment.js'
import { REPLACEMENTS } from '../../readers/openstack_ansible/groups.js'
import { goneFrom, orSayRelease } from '../../readers/openstack_ansible/names.js'
import { EXAMPLE } from './shared/example.js'
import { hostsOfKnown, isKnown } from './shared/group-rules.js'

export default defineRule<Deployment>({
  id: 'openstack_ansible/removed-group',
  severity: 'warning',
  summary: 'hosts stand under a group that this release does not have',
  help: 'Groups come and go with the services of openstack-ansible. Under a group that only other releases have, hosts get nothing, and the inventory generator does not stop. It is an error once the release is known (openstack_release in changeover.yml), unless all of its hosts stand under other groups and nothing took its place; move the hosts to the group that took its place, or say for which release the configuration is.',
  example: {
    bad: EXAMPLE.replace(
      'compute_hosts',
      'sahara_infra_hosts:\n  infra1: { ip: 172.29.236.11 }\ncompute_hosts',
    ),
    good: EXAMPLE,
  },
  *check(deployment) {
    const { groups, known } = deployment
    const placedHosts = hostsOfKnown(deployment)
    for (const group of groups) {
      if (isKnown(group, deployment) || group.isShared || group.hosts.length === 0) continue
      const span = known.elsewhere('groups', group.name)
      if (!span) continue
      const next = Object.hasOwn(REPLACEMENTS, group.name) ? REPLACEMENTS[group.name] : undefined
      yield {
        file: group.file,
        range: group.keyRange,
        ...goneFrom(known, `the group "${group.key}"`, span),
        ...(next || group.hosts.some(({ name }) => !placedHosts.has(name))
          ? {}
          : { severity: 'warning' as const }),
        help: orSayRelease(next ? `Put its hosts under ${known.spelled(next)}.` : 'Remove it.', known),
      }
    }
  },
})
