import { defineRule } from '../../engine/rule.js'
import { didYouMean } from '../../engine/speller.js'
import type { OpenstackAnsibleConfig } from '../../readers/openstack_ansible/config.js'
import { isUnknown } from '../../readers/openstack_ansible/placed.js'
import { nameOf, option } from '../../readers/openstack_ansible/provider-network.js'
import { WITH_VLAN } from './shared/example.js'

/** The options that openstack-ansible reads of a network of each type before it configures Neutron. */
const NEEDED: ReadonlyMap<string, readonly string[]> = new Map([
  ['raw', []],
  ['flat', ['net_name', 'group_binds']],
  ['vlan', ['net_name', 'group_binds']],
  ['vxlan', ['range']],
  ['geneve', ['range']],
])
const TYPES = [...NEEDED.keys()]

export default defineRule<OpenstackAnsibleConfig>({
  id: 'openstack_ansible/incomplete-provider-network',
  severity: 'error',
  summary: 'a provider network lacks an option that its type needs',
  help: 'Every provider network has a type: raw if Neutron does not use it, otherwise flat, vlan, vxlan or geneve. flat and vlan need net_name and group_binds; vxlan and geneve need range. Without one of them, the deployment of Neutron fails with a KeyError.',
  example: { bad: WITH_VLAN.replace(/ *net_name.*\n/, ''), good: WITH_VLAN },
  check({ providerNetworks }, report) {
    const tunnels = new Set<string>()
    for (const network of providerNetworks ?? []) {
      const missing = (key: string, help: string) =>
        report(network, `${nameOf(network)} has no ${key}.`, help)
      const type = option(network, 'type')
      if (!type) {
        missing('type', 'Add "type: raw", or the type of network that Neutron uses it as.')
        continue
      }
      const { text } = type
      if (isUnknown(type.node) || text === undefined) continue
      if (!NEEDED.has(text)) {
        report(
          type,
          `"${text}" is not a type of provider network.`,
          didYouMean(text, TYPES, `The types are: ${TYPES.join(', ')}.`),
        )
      }
      // of several tunnels of one type, only the first is read
      if (tunnels.has(text)) continue
      if (['vxlan', 'geneve'].includes(text)) tunnels.add(text)
      for (const key of NEEDED.get(text) ?? []) {
        if (!option(network, key)) missing(key, `Add ${key}, which the type ${text} needs.`)
      }
    }
  },
})
