import { defineRule } from '../../engine/rule.js'
import type { Deployment } from '../../readers/openstack_ansible/deployment.js'
import { inventoryOf } from '../../readers/openstack_ansible/inventory.js'
import { isUnknown } from '../../readers/openstack_ansible/placed.js'
import {
  bindsOf,
  option,
  type ProviderNetwork,
  textOf,
} from '../../readers/openstack_ansible/provider-network.js'
import { isBound } from './shared/cluster-rules.js'
import { EXAMPLE } from './shared/example.js'

export default defineRule<Deployment>({
  id: 'openstack_ansible/duplicate-interface',
  severity: 'error',
  summary: 'two provider networks are the same interface of a container',
  help: 'container_interface is the name that a provider network has inside the containers. When two networks with the same one reach the same container, it cannot start, or gets only one of them. Give each network an interface of its own.',
  example: {
    bad: EXAMPLE.replace('shared_infra_hosts', `${storageNetwork('eth1')}shared_infra_hosts`).replace(
      'used_ips',
      '  storage: 172.29.244.0/22\nused_ips',
    ),
    good: EXAMPLE.replace('shared_infra_hosts', `${storageNetwork('eth2')}shared_infra_hosts`).replace(
      'used_ips',
      '  storage: 172.29.244.0/22\nused_ips',
    ),
  },
  check(deployment, report) {
    const seen = new Map<string, ProviderNetwork[]>()
    for (const network of deployment.providerNetworks ?? []) {
      const at = option(network, 'container_interface')
      if (at?.text === undefined || isUnknown(at.node) || option(network, 'reference_group')) continue
      const others = seen.get(at.text) ?? []
      seen.set(at.text, [...others, network])
      const container = others.flatMap((other) => commonContainer(deployment, other, network) ?? [])[0]
      if (!container) continue
      report(
        at,
        `The interface "${at.text}" is two networks in ${container}.`,
        'Give the network another container_interface.',
      )
    }
  },
})

function storageNetwork(name: string): string {
  return `    - network:
        container_bridge: br-storage
        container_type: veth
        container_interface: ${name}
        ip_from_q: storage
        type: raw
        group_binds: [galera_container]
`
}

/** A container that both networks surely reach, under different names. */
function commonContainer(deployment: Deployment, a: ProviderNetwork, b: ProviderNetwork): string | undefined {
  if (keyOf(a) === keyOf(b)) return undefined
  const [ofA, ofB] = [a, b].map((network) => new Set(bindsOf(network).map(({ group }) => group)))
  if (!ofA || !ofB) return undefined
  const common = inventoryOf(deployment).placements.find(
    (placement) =>
      !placement.metal && placement.count > 0 && isBound(placement, ofA) && isBound(placement, ofB),
  )
  return common && `the ${common.container} of "${common.host.name}"`
}

/** What the generator tells the networks of one container apart by. */
function keyOf(network: ProviderNetwork): string | undefined {
  return (
    textOf(network, 'address_prefix') ??
    textOf(network, 'ip_from_q') ??
    textOf(network, 'container_interface')
  )
}
