import { defineRule } from '../../engine/rule.js'
import { type AddressRange, contains, parseAddress } from '../../readers/openstack_ansible/address.js'
import { managementNetworks, networkRanges } from '../../readers/openstack_ansible/address-pools.js'
import type { OpenstackAnsibleConfig } from '../../readers/openstack_ansible/config.js'
import { type HostAddress, hostAddresses } from '../../readers/openstack_ansible/inventory.js'
import { EXAMPLE } from './shared/example.js'

export default defineRule<OpenstackAnsibleConfig>({
  id: 'openstack_ansible/host-outside-network',
  severity: 'warning',
  summary: 'the address of a host is not on the management network',
  help: 'The ip of a host is its address on the management network. An address that is in no network of cidr_networks, or in one that is not for management, is usually a typo. If hosts are intentionally reached over a routed network, turn the rule off.',
  example: { bad: EXAMPLE.replace('ip: 172.29.236.21', 'ip: 172.92.236.21'), good: EXAMPLE },
  check(config, report) {
    const ranges = networkRanges(config)
    // a network that cannot be read may contain any address
    if (ranges.size === 0 || ranges.size < config.networks.size) return
    const management = managementNetworks(config)
    const hosts = hostAddresses(config)
    const outside = hosts.flatMap((found): [HostAddress, string][] => {
      const where = whereOutside(found.ip.text, ranges, management)
      // a host with a management_ip uses its ip only for SSH from the deployment host
      const { managementIp } = found.host
      const isManaged =
        managementIp && whereOutside(managementIp.text ?? '', ranges, management) === undefined
      return where === undefined || isManaged ? [] : [[found, where]]
    })
    const areAll = outside.length === hosts.length && hosts.length > 2
    for (const [{ host, ip }, where] of areAll ? outside.slice(0, 1) : outside) {
      const others = areAll ? `, like those of all ${hosts.length} hosts` : ''
      report(
        ip,
        `The address ${ip.text} of "${host.name}" is in ${where}${others}.`,
        "Set the host's address on the management network, or correct the network.",
      )
    }
  },
})

/** Where an address is; `undefined` when it is on a management network. */
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
