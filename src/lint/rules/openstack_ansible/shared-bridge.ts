import { defineRule } from '../../engine/rule.js'
import type { OpenstackAnsibleConfig } from '../../readers/openstack_ansible/config.js'
import { isUnknown } from '../../readers/openstack_ansible/placed.js'
import { bindsOf, nameOf, option, textOf } from '../../readers/openstack_ansible/provider-network.js'
import { WITH_VLAN } from './shared/example.js'

export default defineRule<OpenstackAnsibleConfig>({
  id: 'openstack_ansible/shared-bridge',
  severity: 'warning',
  summary: 'two provider networks of the same type share a bridge',
  help: 'A vlan and a flat network can share a bridge, because the traffic of one is tagged and that of the other is not. Two networks of the same type cannot: Neutron maps each physical network to its own bridge, and the Open vSwitch agent does not start if two map to the same one. Give each network its own bridge, or put the ranges of both under one net_name.',
  example: { bad: withNetwork('br-vlan'), good: withNetwork('br-vlan2') },
  check({ providerNetworks }, report) {
    const seen = new Map<string, [name: string, binds: Set<string>][]>()
    for (const network of providerNetworks ?? []) {
      const type = textOf(network, 'type') ?? ''
      const name = textOf(network, 'net_name')
      const at = option(network, 'host_bind_override') ?? option(network, 'container_bridge')
      if (!['vlan', 'flat'].includes(type) || !name || at?.text === undefined || isUnknown(at.node)) continue
      const bridge = [type, at.text, textOf(network, 'reference_group') ?? ''].join('\n')
      const binds = new Set(bindsOf(network).map(({ group }) => group))
      const others = seen.get(bridge) ?? []
      seen.set(bridge, [...others, [name, binds]])
      const other = others.find(
        ([otherName, otherBinds]) => otherName !== name && [...binds].some((bind) => otherBinds.has(bind)),
      )
      if (!other) continue
      report(
        at,
        `${nameOf(network)} of type ${type} shares "${at.text}" with "${other[0]}".`,
        'Give it its own bridge, or use one net_name for both.',
      )
    }
  },
})

function withNetwork(bridge: string): string {
  const network = `    - network:
        container_bridge: ${bridge}
        container_type: veth
        container_interface: eth12
        type: vlan
        net_name: physnet2
        range: "201:300"
        group_binds: [neutron_ovn_controller]
`
  return WITH_VLAN.replace('shared_infra_hosts', `${network}shared_infra_hosts`)
}
