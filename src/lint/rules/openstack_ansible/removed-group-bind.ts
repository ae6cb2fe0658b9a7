import { declaredRule } from '../../engine/declared.js'
import { bindUses } from '../../readers/openstack_ansible/uses.js'
import { WITH_VLAN } from './shared/example.js'
import { removedWords } from './shared/removed.js'

export default declaredRule({
  id: 'openstack_ansible/removed-group-bind',
  severity: 'warning',
  summary: 'a provider network is bound to a group that only other OpenStack releases have',
  help: 'Agents are added and removed between releases. A provider network that is bound to a removed one (usually neutron_linuxbridge_agent) reaches no host, and the inventory generator does not report it. This is an error if the OpenStack release is known (openstack_release in changeover.yml), and a notice if the network is also bound to a group that exists.',
  example: {
    bad: WITH_VLAN.replace('neutron_ovn_controller', 'neutron_linuxbridge_agent'),
    good: WITH_VLAN,
  },
  uses: bindUses,
  reports: 'removed',
  describe: ({ text, span, replacement, isLeftover }, { known }) => {
    const help = replacement ? `Bind the network to ${replacement}.` : 'Remove it.'
    const words = removedWords(known, `"${text}"`, span, help)
    return isLeftover ? { ...words, severity: 'notice' } : words
  },
})
