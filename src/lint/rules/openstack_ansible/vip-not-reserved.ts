import { defineRule } from '../../engine/rule.js'
import type { OpenstackAnsibleConfig } from '../../readers/openstack_ansible/config.js'
import { placed } from '../../readers/openstack_ansible/placed.js'
import { EXAMPLE } from './shared/example.js'
import { reportUnreserved, type UsedAddress } from './shared/unreserved.js'

export default defineRule<OpenstackAnsibleConfig>({
  id: 'openstack_ansible/vip-not-reserved',
  severity: 'error',
  summary: 'a container may get a virtual address of the load balancer',
  help: 'Containers get addresses from the networks that provider networks name in ip_from_q. The inventory generator excludes used_ips and the addresses of hosts, but not the virtual addresses of the load balancer. If a container gets the same address, the APIs become unreachable. Add the addresses to used_ips, including those that Keepalived gets from haproxy_keepalived_*_vip_cidr.',
  example: {
    bad: EXAMPLE.replace('vip_address: 172.29.236.9', 'vip_address: 172.29.236.100'),
    good: EXAMPLE,
  },
  check(config, report) {
    reportUnreserved(config, virtualAddresses(config), report)
  },
})

function* virtualAddresses({ vips, variables }: OpenstackAnsibleConfig): Iterable<UsedAddress> {
  for (const vip of vips) yield [vip.name, vip]
  for (const which of ['internal', 'external']) {
    const name = `haproxy_keepalived_${which}_vip_cidr`
    for (const { file, entry } of variables.settings.get(name) ?? []) {
      const place = placed(file, entry.value)
      yield [name, place, place.text?.split('/')[0] ?? '']
    }
  }
}
