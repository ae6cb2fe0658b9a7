import { declaredRule } from '../../engine/declared.js'
import { groupUses } from '../../readers/openstack_ansible/uses.js'
import { EXAMPLE } from './shared/example.js'
import { removedWords } from './shared/removed.js'

export default declaredRule({
  id: 'openstack_ansible/removed-group',
  severity: 'warning',
  summary: 'only other OpenStack releases have the group',
  help: 'Groups are added and removed with the services of openstack-ansible. Nothing is deployed to hosts in a group that the release does not have, and the inventory generator does not stop. This is an error if the OpenStack release is known (openstack_release in changeover.yml), unless the group has no replacement and other groups deploy to all of its hosts. Move the hosts to the group that replaces it, or set openstack_release.',
  example: {
    bad: EXAMPLE.replace(
      'compute_hosts',
      'sahara_infra_hosts:\n  infra1: { ip: 172.29.236.11 }\ncompute_hosts',
    ),
    good: EXAMPLE,
  },
  uses: groupUses,
  reports: 'removed',
  describe: ({ group, span, replacement, isLeftover }, { known }) => {
    const help = replacement ? `Move its hosts to ${known.spelled(replacement)}.` : 'Remove it.'
    const words = removedWords(known, `the group "${group.key}"`, span, help)
    return isLeftover && !replacement ? { ...words, severity: 'warning' } : words
  },
})
