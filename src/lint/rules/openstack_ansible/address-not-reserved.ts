import { asMapping, asSequence, childOf } from '../../../yaml/tree.js'
import { defineRule } from '../../engine/rule.js'
import type { Deployment } from '../../readers/openstack_ansible/deployment.js'
import { type Placed, placed } from '../../readers/openstack_ansible/placed.js'
import { option } from '../../readers/openstack_ansible/provider-network.js'
import { EXAMPLE } from './shared/example.js'
import { mayBeGivenAway, networkHandingOut } from './shared/reserved-rules.js'

export default defineRule<Deployment>({
  id: 'openstack_ansible/address-not-reserved',
  severity: 'error',
  summary: 'the address of a gateway or a host may be given to a container',
  help: 'The gateway of a provider network or of one of its static_routes, or the management_ip of a host, lies in a network out of which containers get addresses. The generator only leaves out used_ips and the ip of every host: one day a container gets the same address, and traffic goes astray. List it under used_ips.',
  example: {
    bad: EXAMPLE.replace('type: raw', 'type: raw\n        gateway: 172.29.236.254'),
    good: EXAMPLE.replace('type: raw', 'type: raw\n        gateway: 172.29.236.1'),
  },
  *check(deployment) {
    const handingOut = networkHandingOut(deployment)
    const said = new Set<string>()
    for (const [what, at] of [...gateways(deployment), ...managementAddresses(deployment)]) {
      const { text = '' } = at
      const network = said.has(text) ? undefined : handingOut(text)
      said.add(text)
      if (network) yield mayBeGivenAway(what, at, text, network)
    }
  },
})

function* gateways({ providerNetworks }: Deployment): Iterable<[string, Placed]> {
  for (const network of providerNetworks ?? []) {
    const own = option(network, 'gateway')
    if (own) yield ['gateway', own]
    for (const route of asSequence(childOf(network.node, 'static_routes'))?.items ?? []) {
      const node = childOf(asMapping(route), 'gateway')
      if (node) yield ['gateway', placed(network.file, node)]
    }
  }
}

function managementAddresses({ groups }: Deployment): [string, Placed][] {
  const hosts = groups.flatMap((group) => group.hosts)
  return hosts.flatMap(({ managementIp }): [string, Placed][] =>
    managementIp ? [['management_ip', managementIp]] : [],
  )
}
