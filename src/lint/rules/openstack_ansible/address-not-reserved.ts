import { asMapping, asSequence, childOf } from '../../../yaml/tree.js'
import { defineRule } from '../../engine/rule.js'
import type { OpenstackAnsibleConfig } from '../../readers/openstack_ansible/config.js'
import { placed } from '../../readers/openstack_ansible/placed.js'
import { option } from '../../readers/openstack_ansible/provider-network.js'
import { EXAMPLE } from './shared/example.js'
import { reportUnreserved, type UsedAddress } from './shared/unreserved.js'

export default defineRule<OpenstackAnsibleConfig>({
  id: 'openstack_ansible/address-not-reserved',
  severity: 'error',
  summary: 'a container may get the address of a gateway or a host',
  help: 'The gateway of a provider network or of one of its static_routes, or the management_ip of a host, is in a network from which containers get addresses. The inventory generator only excludes used_ips and the ip of every host. If a container gets the same address, traffic goes to the wrong machine. Add the address to used_ips.',
  example: {
    bad: EXAMPLE.replace('type: raw', 'type: raw\n        gateway: 172.29.236.254'),
    good: EXAMPLE.replace('type: raw', 'type: raw\n        gateway: 172.29.236.1'),
  },
  check(config, report) {
    reportUnreserved(config, [...gateways(config), ...managementAddresses(config)], report)
  },
})

function* gateways({ providerNetworks }: OpenstackAnsibleConfig): Iterable<UsedAddress> {
  for (const network of providerNetworks ?? []) {
    const own = option(network, 'gateway')
    if (own) yield ['gateway', own]
    for (const route of asSequence(childOf(network.node, 'static_routes'))?.items ?? []) {
      const node = childOf(asMapping(route), 'gateway')
      if (node) yield ['gateway', placed(network.file, node)]
    }
  }
}

function managementAddresses({ groups }: OpenstackAnsibleConfig): UsedAddress[] {
  return groups.flatMap(({ hosts }) =>
    hosts.flatMap(({ managementIp }): UsedAddress[] =>
      managementIp ? [['management_ip', managementIp]] : [],
    ),
  )
}
