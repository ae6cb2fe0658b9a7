import { defineRule } from '../../engine/rule.js'
import type { OpenstackAnsibleConfig } from '../../readers/openstack_ansible/config.js'
import { type HostAddress, hostAddresses } from '../../readers/openstack_ansible/inventory.js'
import type { Placed } from '../../readers/openstack_ansible/placed.js'
import { EXAMPLE } from './shared/example.js'

export default defineRule<OpenstackAnsibleConfig>({
  id: 'openstack_ansible/address-conflict',
  severity: 'error',
  summary: 'a host has two addresses, or two hosts have the same address',
  help: 'A host must have the same ip in every group, in openstack_user_config.yml and in all of conf.d. Otherwise the inventory generator stops. YAML anchors and aliases let you write each address once.',
  example: { bad: EXAMPLE.replace('ip: 172.29.236.21', 'ip: 172.29.236.11'), good: EXAMPLE },
  check(config, report) {
    const byHost = new Map<string, HostAddress>()
    const byAddress = new Map<string, HostAddress>()
    for (const found of hostAddresses(config)) {
      const { host, ip } = found
      const sameHost = byHost.get(host.name)
      const sameAddress = byAddress.get(ip.text)
      if (sameHost && sameHost.ip.text !== ip.text) {
        report(
          ip,
          `The host "${host.name}" has the address ${ip.text} here, but ${sameHost.ip.text} in ${placeOf(sameHost.ip)}.`,
          'Use the same address everywhere.',
        )
      } else if (sameAddress && sameAddress.host.name !== host.name) {
        report(
          ip,
          `The address ${ip.text} of "${host.name}" belongs to "${sameAddress.host.name}" in ${placeOf(sameAddress.ip)}.`,
          'Give each host its own address. If both are the same host, use the same name.',
        )
      }
      byHost.set(host.name, sameHost ?? found)
      byAddress.set(ip.text, sameAddress ?? found)
    }
  },
})

function placeOf({ file, range }: Placed): string {
  return `${file}, line ${range.start.line}`
}
