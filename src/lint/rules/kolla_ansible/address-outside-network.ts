import { defineRule, type Problem } from '../../engine/rule.js'
import type { Deployment } from '../../readers/kolla_ansible/deployment.js'
import { atValue } from '../../readers/kolla_ansible/problem.js'
import type { Setting } from '../../readers/kolla_ansible/settings.js'
import { contains, parseAddress, parseNetwork } from '../../readers/openstack_ansible/address.js'

/** What a network of kayobe may have beside its cidr, each an address in it. */
const ADDRESS =
  /^(\w+?)_(vip_address|gateway|(?:inspection_|neutron_)?allocation_pool_(?:start|end)|(?:inspection|neutron)_gateway)$/

const NETWORKS = `internal_cidr: 192.168.37.0/24
internal_allocation_pool_start: 192.168.37.3
internal_allocation_pool_end: 192.168.37.254
internal_vip_address: 192.168.37.2
`

export default defineRule<Deployment>({
  id: 'kolla_ansible/address-outside-network',
  severity: 'error',
  summary: "a network's own address lies outside of it",
  help: "Kayobe takes the addresses of hosts from a network's allocation pool and writes its gateway into their routes: a pool or a gateway outside of the network's cidr cannot work. A virtual address outside of it only works where somebody routes it to the hosts, so that one is a warning.",
  example: {
    bad: { 'etc/kayobe/networks.yml': NETWORKS.replace('end: 192.168.37.254', 'end: 192.168.73.254') },
    good: { 'etc/kayobe/networks.yml': NETWORKS },
  },
  *check(deployment): Iterable<Problem> {
    const { kayobe, inherited } = deployment
    if (kayobe.length === 0) return
    const all = new Map<string, Setting>([...inherited, ...kayobe].map((setting) => [setting.name, setting]))
    for (const setting of kayobe) {
      const [, network, what] = ADDRESS.exec(setting.name) ?? []
      const cidr = all.get(`${network}_cidr`)
      const range = parseNetwork(textOf(deployment, cidr) ?? '')
      const text = textOf(deployment, setting)
      const address = text === undefined ? undefined : parseAddress(text)
      // a later file has the last word on both
      if (!range || !address || all.get(setting.name) !== setting || contains(range, address)) continue
      yield atValue(
        setting,
        `The ${setting.name} ${text} lies outside of ${network}_cidr, ${textOf(deployment, cidr)}.`,
        'Correct the address, or the network.',
        what === 'vip_address' ? 'warning' : undefined,
      )
    }
  },
})

function textOf({ values }: Deployment, setting: Setting | undefined): string | undefined {
  return setting && values.text(setting.name)
}
