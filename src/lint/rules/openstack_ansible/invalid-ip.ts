import { defineRule } from '../../engine/rule.js'
import { parseAddress } from '../../readers/openstack_ansible/address.js'
import type { OpenstackAnsibleConfig } from '../../readers/openstack_ansible/config.js'
import { distinct, isUnknown } from '../../readers/openstack_ansible/placed.js'
import { EXAMPLE } from './shared/example.js'

export default defineRule<OpenstackAnsibleConfig>({
  id: 'openstack_ansible/invalid-ip',
  severity: 'error',
  summary: 'the ip of a host is not a valid address',
  help: 'The inventory generator copies the ip of a host into the inventory without checking it, and excludes it from the addresses for containers. If it is not a valid address (a number is too large, or it has a prefix length), Ansible cannot reach the host, and a container may get the address that you meant.',
  example: { bad: EXAMPLE.replace('ip: 172.29.236.21', 'ip: 172.29.236.21/22'), good: EXAMPLE },
  check({ groups }, report) {
    const ips = groups.flatMap(({ hosts }) => hosts.flatMap(({ ip }) => ip ?? []))
    for (const ip of distinct(ips)) {
      const { text = '', node } = ip
      if (isUnknown(node) || parseAddress(text) || !/^[\d.:/\s]+$/.test(text)) continue
      const address = text.trim().split('/')[0] ?? ''
      report(
        ip,
        `The ip "${text}" is not a valid address.`,
        parseAddress(address)
          ? `Write only ${address}.`
          : "Set the host's address on the management network.",
      )
    }
  },
})
