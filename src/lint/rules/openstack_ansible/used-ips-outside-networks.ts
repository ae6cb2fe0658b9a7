import { asScalar, asSequence, type YamlNode } from '../../../yaml/tree.js'
import { defineRule } from '../../engine/rule.js'
import { type AddressRange, overlap } from '../../readers/openstack_ansible/address.js'
import { networkRanges, readUsedIps } from '../../readers/openstack_ansible/address-pools.js'
import type { OpenstackAnsibleConfig } from '../../readers/openstack_ansible/config.js'
import { EXAMPLE } from './shared/example.js'

export default defineRule<OpenstackAnsibleConfig>({
  id: 'openstack_ansible/used-ips-outside-networks',
  severity: 'warning',
  summary: 'an entry of used_ips is in no network',
  help: 'used_ips reserves addresses of cidr_networks, so that containers do not get them. An entry outside of all networks has no effect. Often the network was changed but the entry was not, and containers get addresses that were meant to be reserved. If every network has other entries, this one is only a leftover, and the finding is a notice.',
  example: {
    bad: EXAMPLE.replace('172.29.236.1,172.29.236.10', '172.92.236.1,172.92.236.10').replace('.9\n', '.11\n'),
    good: EXAMPLE,
  },
  check(config, report) {
    const { usedIps } = config
    const networks = [...networkRanges(config).values()]
    if (!usedIps || networks.length === 0 || networks.length < config.networks.size) return
    const items = asSequence(usedIps.node)?.items ?? []
    const entries = items.flatMap((item): [YamlNode, AddressRange][] => {
      const entry = readUsedIps(item)
      return typeof entry === 'object' && 'range' in entry ? [[item, entry.range]] : []
    })
    const isLeftover = networks.every((network) => entries.some(([, range]) => overlap(network, range)))
    for (const [item, range] of entries) {
      if (networks.some((network) => overlap(network, range))) continue
      report(
        { file: usedIps.file, range: item.range },
        `The entry "${asScalar(item)?.text}" of used_ips is in no network of cidr_networks.`,
        'Correct the addresses, or remove the entry.',
        isLeftover ? 'notice' : 'warning',
      )
    }
  },
})
