import { nearest } from '../../../platform/nearest.js'
import { asSequence, childOf } from '../../../yaml/tree.js'
import { defineRule, type Problem } from '../../engine/rule.js'
import type { Deployment } from '../../readers/openstack_ansible/deployment.js'
import { misspelled } from '../../readers/openstack_ansible/names.js'
import { isUnknown } from '../../readers/openstack_ansible/placed.js'
import { bindsOf, option, type ProviderNetwork } from '../../readers/openstack_ansible/provider-network.js'
import { bindable } from './shared/bind-rules.js'
import { WITH_VLAN } from './shared/example.js'

export default defineRule<Deployment>({
  id: 'openstack_ansible/unknown-bind',
  severity: 'error',
  summary: 'a provider network is bound to a group that does not exist',
  help: 'group_binds lists the groups of the inventory whose members get the network: components such as nova_compute, kinds of containers, or all_containers and hosts. A group that does not exist has no members, and the inventory generator does not say so. It is an error when the name looks misspelled, and a warning otherwise.',
  example: {
    bad: WITH_VLAN.replace('neutron_ovn_controller', 'neutron_ovn_controler'),
    good: WITH_VLAN,
  },
  *check(deployment) {
    const names = bindable(deployment)
    const nearby = () => [...names, ...deployment.known.namesElsewhere('binds')]
    for (const network of deployment.providerNetworks ?? []) {
      yield* bindsNoList(network)
      for (const { group, text = '', file, range } of bindsOf(network)) {
        if (names.has(group) || deployment.known.elsewhere('binds', group)) continue
        const meant = misspelled(group, [...names])
        const near = meant ?? nearest(group, nearby())
        yield {
          file,
          range,
          message: `There is no group "${text}": nothing gets the network by it.`,
          help: near ? `Did you mean "${near}"?` : 'Name a group of the inventory, or define it in env.d.',
          ...(meant ? {} : { severity: 'warning' as const }),
        }
      }
    }
  },
})

function* bindsNoList({ file, node }: ProviderNetwork): Iterable<Problem> {
  const binds = childOf(node, 'group_binds')
  if (
    !binds ||
    asSequence(binds) ||
    isUnknown(binds) ||
    option({ file, node, keyRange: node.range }, 'group_binds') === undefined
  )
    return
  yield {
    file,
    range: binds.range,
    message: 'group_binds is no list: the network is bound to nothing.',
    help: 'Write the groups as a list, for example  group_binds: [nova_compute].',
  }
}
