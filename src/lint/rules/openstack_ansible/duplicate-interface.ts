import { defineRule } from '../../engine/rule.js'
import type { OpenstackAnsibleConfig } from '../../readers/openstack_ansible/config.js'
import { isBound, placementsOf } from '../../readers/openstack_ansible/inventory.js'
import { isUnknown } from '../../readers/openstack_ansible/placed.js'
import {
  bindsOf,
  option,
  type ProviderNetwork,
  textOf,
} from '../../readers/openstack_ansible/provider-network.js'
import { EXAMPLE } from './shared/example.js'

export default defineRule<OpenstackAnsibleConfig>({
  id: 'openstack_ansible/duplicate-interface',
  severity: 'error',
  summary: 'two provider networks use the same interface of a container',
  help: 'container_interface is the name of the interface that a provider network has inside containers. If two networks with the same name reach the same container, the container does not start, or only gets one of them. Give each network its own interface.',
  example: { bad: withStorage('eth1'), good: withStorage('eth2') },
  check(config, report) {
    const seen = new Map<string, ProviderNetwork[]>()
    for (const network of config.providerNetworks ?? []) {
      const at = option(network, 'container_interface')
      if (at?.text === undefined || isUnknown(at.node) || option(network, 'reference_group')) continue
      const others = seen.get(at.text) ?? []
      seen.set(at.text, [...others, network])
      const container = others.flatMap((other) => commonContainer(config, other, network) ?? [])[0]
      if (!container) continue
      report(
        at,
        `Two provider networks use the interface "${at.text}" of ${container}.`,
        'Give this network another container_interface.',
      )
    }
  },
})

function withStorage(name: string): string {
  const network = `    - network:
        container_bridge: br-storage
        container_type: veth
        container_interface: ${name}
        ip_from_q: storage
        type: raw
        group_binds: [galera_container]
`
  return EXAMPLE.replace('shared_infra_hosts', `${network}shared_infra_hosts`).replace(
    'used_ips',
    '  storage: 172.29.244.0/22\nused_ips',
  )
}

/** A container that certainly gets both networks, if the generator does not merge them. */
function commonContainer(
  config: OpenstackAnsibleConfig,
  a: ProviderNetwork,
  b: ProviderNetwork,
): string | undefined {
  if (keyOf(a) === keyOf(b)) return undefined
  const [ofA, ofB] = [a, b].map((network) => new Set(bindsOf(network).map(({ group }) => group)))
  if (!ofA || !ofB) return undefined
  const common = placementsOf(config).find(
    (placement) =>
      !placement.metal && placement.count > 0 && isBound(placement, ofA) && isBound(placement, ofB),
  )
  return common && `the ${common.container} of "${common.host.name}"`
}

/** What the generator identifies the networks of one container by. */
function keyOf(network: ProviderNetwork): string | undefined {
  return (
    textOf(network, 'address_prefix') ??
    textOf(network, 'ip_from_q') ??
    textOf(network, 'container_interface')
  )
}
