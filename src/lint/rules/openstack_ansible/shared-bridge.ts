import { defineRule } from '../../engine/rule.js'
import type { Deployment } from '../../readers/openstack_ansible/deployment.js'
import { isUnknown } from '../../readers/openstack_ansible/placed.js'
import { bindsOf, nameOf, option, textOf } from '../../readers/openstack_ansible/provider-network.js'
import { WITH_VLAN } from './shared/example.js'

export default defineRule<Deployment>({
  id: 'openstack_ansible/shared-bridge',
  severity: 'warning',
  summary: 'two provider networks of one type share a bridge',
  help: 'A vlan and a flat network may share a bridge, since one has tags and the other none. Two of the same type may not: Neutron maps each physical network to a bridge of its own, and the Open vSwitch agent does not start when two are mapped to the same one. Give each a bridge, or put the ranges of both behind one net_name.',
  example: {
    bad: WITH_VLAN.replace('shared_infra_hosts', `${vlanNetwork('br-vlan')}shared_infra_hosts`),
    good: WITH_VLAN.replace('shared_infra_hosts', `${vlanNetwork('br-vlan2')}shared_infra_hosts`),
  },
  check({ providerNetworks }, report) {
    const seen = new Map<string, [name: string, binds: Set<string>][]>()
    for (const network of providerNetworks ?? []) {
      const type = textOf(network, 'type') ?? ''
      const name = textOf(network, 'net_name')
      const at = option(network, 'host_bind_override') ?? option(network, 'container_bridge')
      if (!['vlan', 'flat'].includes(type) || !name || at?.text === undefined || isUnknown(at.node)) continue
      const place = [type, at.text, textOf(network, 'reference_group') ?? ''].join('\n')
      const binds = new Set(bindsOf(network).map(({ group }) => group))
      const others = seen.get(place) ?? []
      seen.set(place, [...others, [name, binds]])
      const other = others.find(
        ([otherName, otherBinds]) => otherName !== name && [...binds].some((bind) => otherBinds.has(bind)),
      )
      if (!other) continue
      report(
        at,
        `${nameOf(network)} of type ${type} shares "${at.text}" with "${other[0]}".`,
        'Give it a bridge of its own, or one net_name for both.',
      )
    }
  },
})

function vlanNetwork(bridge: string): string {
  return `    - network:
        container_bridge: ${bridge}
        container_type: veth
        container_interface: eth12
        type: vlan
        net_name: physnet2
        range: "201:300"
        group_binds: [neutron_ovn_controller]
`
}
