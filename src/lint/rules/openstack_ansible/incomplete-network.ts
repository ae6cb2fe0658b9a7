import { nearest } from '../../../platform/nearest.js'
import { defineRule, type Problem } from '../../engine/rule.js'
import type { Deployment } from '../../readers/openstack_ansible/deployment.js'
import { isUnknown } from '../../readers/openstack_ansible/placed.js'
import { nameOf, option, type ProviderNetwork } from '../../readers/openstack_ansible/provider-network.js'
import { WITH_VLAN } from './shared/example.js'

/** What openstack-ansible reads of a network before it hands it to Neutron. */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  flat: ['net_name', 'group_binds'],
  vlan: ['net_name', 'group_binds'],
  vxlan: ['range'],
  geneve: ['range'],
}

const TYPES = ['raw', ...Object.keys(NEEDED)]

export default defineRule<Deployment>({
  id: 'openstack_ansible/incomplete-network',
  severity: 'error',
  summary: 'a provider network lacks an option that its type needs',
  help: 'Every provider network has a type: raw for one that Neutron does not use, otherwise flat, vlan, vxlan or geneve. flat and vlan need net_name and group_binds, vxlan and geneve need range. Without one of them the deployment of Neutron ends in a KeyError.',
  example: { bad: WITH_VLAN.replace(/ *net_name.*\n/, ''), good: WITH_VLAN },
  *check({ providerNetworks }) {
    const tunnels = new Set<string>()
    for (const network of providerNetworks ?? []) {
      const type = option(network, 'type')
      if (!type) {
        yield missing(network, 'type', 'Add  type: raw,  or the type that Neutron uses it as.')
        continue
      }
      if (isUnknown(type.node) || type.text === undefined) continue
      if (!TYPES.includes(type.text)) {
        const near = nearest(type.text, TYPES)
        yield {
          file: type.file,
          range: type.range,
          message: `There is no type "${type.text}" of provider networks.`,
          help: near ? `Did you mean "${near}"?` : `The types are: ${TYPES.join(', ')}.`,
        }
      }
      // of the tunnels of one type only the first is read
      if (tunnels.has(type.text)) continue
      if (['vxlan', 'geneve'].includes(type.text)) tunnels.add(type.text)
      for (const key of Object.hasOwn(NEEDED, type.text) ? (NEEDED[type.text] ?? []) : []) {
        if (!option(network, key))
          yield missing(network, key, `Add ${key}, which the type ${type.text} needs.`)
      }
    }
  },
})

function missing(network: ProviderNetwork, key: string, help: string): Problem {
  const { file, keyRange } = network
  return { file, range: keyRange, message: `${nameOf(network)} has no ${key}.`, help }
}
