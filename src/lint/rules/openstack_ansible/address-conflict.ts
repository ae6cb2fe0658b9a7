import { defineRule } from '../../engine/rule.js'
import type { Deployment } from '../../readers/openstack_ansible/deployment.js'
import type { Placed } from '../../readers/openstack_ansible/placed.js'
import { type HostAddress, hostAddresses } from './shared/address-rules.js'
import { EXAMPLE } from './shared/example.js'

export default defineRule<Deployment>({
  id: 'openstack_ansible/address-conflict',
  severity: 'error',
  summary: 'one host has two addresses, or two hosts have one',
  help: 'A host has the same ip in every group, over openstack_user_config.yml and all of conf.d; the inventory generator stops otherwise. Anchors and aliases keep the addresses in one place.',
  example: { bad: EXAMPLE.replace('ip: 172.29.236.21', 'ip: 172.29.236.11'), good: EXAMPLE },
  check(deployment, report) {
    const byHost = new Map<string, HostAddress>()
    const byAddress = new Map<string, HostAddress>()
    for (const found of hostAddresses(deployment)) {
      const { host, ip } = found
      const sameHost = byHost.get(host.name)
      const sameAddress = byAddress.get(ip.text)
      if (sameHost && sameHost.ip.text !== ip.text) {
        report(
          ip,
          `The host "${host.name}" has the address ${ip.text} here and ${sameHost.ip.text} in ${placeOf(sameHost.ip)}.`,
          'Give it the same address everywhere.',
        )
      } else if (sameAddress && sameAddress.host.name !== host.name) {
        report(
          ip,
          `The address ${ip.text} of "${host.name}" belongs to "${sameAddress.host.name}" in ${placeOf(sameAddress.ip)}.`,
          'Give each host an address of its own, or the same name everywhere.',
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
