import { defineRule } from '../../engine/rule.js'
import { type AddressRange, contains, parseAddress } from '../../readers/openstack_ansible/address.js'
import type { Deployment } from '../../readers/openstack_ansible/deployment.js'
import { type HostAddress, hostAddresses } from './shared/address-rules.js'
import { EXAMPLE } from './shared/example.js'
import { managementNetworks, networkRanges } from './shared/network-rules.js'

export default defineRule<Deployment>({
  id: 'openstack_ansible/host-outside-network',
  severity: 'warning',
  summary: 'a host has an address outside of all networks',
  help: 'The ip of a host is its address on the management network. One that lies in no network of cidr_networks, or in one that is not for management, is usually a slip of the pen; where hosts are reached over a routed network on purpose, switch the rule off.',
  example: { bad: EXAMPLE.replace('ip: 172.29.236.21', 'ip: 172.92.236.21'), good: EXAMPLE },
  check(deployment, report) {
    const ranges = networkRanges(deployment)
    // a network that cannot be read may hold any address
    if (ranges.size === 0 || ranges.size < deployment.networks.size) return
    const management = managementNetworks(deployment)
    const hosts = hostAddresses(deployment)
    const outside = hosts.flatMap((found): [HostAddress, string][] => {
      const where = whereOutside(found.ip.text, ranges, management)
      // with an address of its own for management, the other one is where Ansible comes from
      const { managementIp } = found.host
      const isElsewhere =
        managementIp && whereOutside(managementIp.text ?? '', ranges, management) === undefined
      return where === undefined || isElsewhere ? [] : [[found, where]]
    })
    const areAll = outside.length === hosts.length && hosts.length > 2
    for (const [{ host, ip }, where] of areAll ? outside.slice(0, 1) : outside) {
      const others = areAll ? `, and so do those of all ${hosts.length} hosts` : ''
      report(
        ip,
        `The address ${ip.text} of "${host.name}" lies in ${where}${others}.`,
        'Give the address of the host on the management network, or correct the network.',
      )
    }
  },
})

/** Where an address lies when it does not lie on the management network. */
function whereOutside(
  text: string,
  ranges: ReadonlyMap<string, AddressRange>,
  management: ReadonlySet<string>,
): string | undefined {
  const address = parseAddress(text)
  if (!address) return undefined
  const within = [...ranges].filter(([, range]) => contains(range, address)).map(([name]) => name)
  if (within.some((name) => management.size === 0 || management.has(name))) return undefined
  return within[0] ? `the network "${within[0]}", which is not for management` : 'no network of cidr_networks'
}
