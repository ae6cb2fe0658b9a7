import { declaredRule } from '../../engine/declared.js'
import { bindUses } from '../../readers/openstack_ansible/uses.js'
import { WITH_VLAN } from './shared/example.js'

export default declaredRule({
  id: 'openstack_ansible/unknown-group-bind',
  severity: 'error',
  summary: 'a provider network is bound to an unknown group',
  help: 'group_binds lists the groups of the inventory whose members get the network: components such as nova_compute, kinds of containers, or all_containers and hosts. An unknown group has no members, and the inventory generator does not report it. This is an error if the name is a typo, otherwise a warning.',
  example: {
    bad: WITH_VLAN.replace('neutron_ovn_controller', 'neutron_ovn_controler'),
    good: WITH_VLAN,
  },
  uses: bindUses,
  reports: ['unknown', 'not_a_list'],
  describe: (use) => {
    if (use.verdict === 'not_a_list') {
      return {
        message: 'group_binds is not a list, so the network is not bound to any group.',
        help: 'Write the groups as a list, for example "group_binds: [nova_compute]".',
      }
    }
    const { text, meant, near } = use
    return {
      message: `There is no group "${text}", so this entry binds the network to nothing.`,
      help: near ? `Did you mean "${near}"?` : 'Use a group of the inventory, or define the group in env.d.',
      severity: meant ? 'error' : 'warning',
    }
  },
})
