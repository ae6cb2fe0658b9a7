import { defineRule } from '../../engine/rule.js'
import type { KollaCloud } from '../../readers/kolla_ansible/kolla-cloud.js'
import { contains, parseAddress, parseNetwork } from '../../readers/openstack_ansible/address.js'

/** Variables of a kayobe network that hold an address in its cidr. */
const ADDRESS =
  /^(\w+?)_(vip_address|gateway|(?:inspection_|neutron_)?allocation_pool_(?:start|end)|(?:inspection|neutron)_gateway)$/

const NETWORKS = `internal_cidr: 192.168.37.0/24
internal_allocation_pool_start: 192.168.37.3
internal_allocation_pool_end: 192.168.37.254
internal_vip_address: 192.168.37.2
`

export default defineRule<KollaCloud>({
  id: 'kolla_ansible/address-outside-network',
  severity: 'error',
  summary: 'an address of a network is outside of its cidr',
  help: "Kayobe assigns addresses of hosts from a network's allocation pool and uses its gateway in their routes, so both must be inside of the network's cidr. A virtual address outside of it works only when a router forwards it to the hosts, so it is a warning.",
  example: {
    bad: { 'etc/kayobe/networks.yml': NETWORKS.replace('end: 192.168.37.254', 'end: 192.168.73.254') },
    good: { 'etc/kayobe/networks.yml': NETWORKS },
  },
  check({ kayobe, inherited, values }, report) {
    if (kayobe.length === 0) return
    const last = new Map([...inherited, ...kayobe].map((setting) => [setting.name, setting]))
    for (const setting of kayobe) {
      const { name } = setting
      const [, network, role] = ADDRESS.exec(name) ?? []
      const cidr = last.has(`${network}_cidr`) ? values.text(`${network}_cidr`) : undefined
      const range = parseNetwork(cidr ?? '')
      const text = values.text(name)
      const address = parseAddress(text ?? '')
      // a later file may override the address
      if (!range || !address || last.get(name) !== setting || contains(range, address)) continue
      report(
        setting,
        `${name} ${text} is outside of ${network}_cidr, ${cidr}.`,
        'Correct the address or the network.',
        role === 'vip_address' ? 'warning' : undefined,
      )
    }
  },
})
