import { defineRule, type Problem } from '../../engine/rule.js'
import type { Deployment } from '../../readers/openstack_ansible/deployment.js'
import { type Placed, placed } from '../../readers/openstack_ansible/placed.js'
import { EXAMPLE } from './shared/example.js'
import { mayBeGivenAway, networkHandingOut } from './shared/reserved-rules.js'

export default defineRule<Deployment>({
  id: 'openstack_ansible/vip-not-reserved',
  severity: 'error',
  summary: 'a virtual address may be given to a container',
  help: 'Containers get addresses out of the networks that provider networks name in ip_from_q. The generator leaves out used_ips and the addresses of hosts, but not the virtual addresses of the load balancer: one day a container gets the same address, and the cloud stops answering. List them under used_ips; this also holds for those that Keepalived gets as haproxy_keepalived_*_vip_cidr.',
  example: {
    bad: EXAMPLE.replace('vip_address: 172.29.236.9', 'vip_address: 172.29.236.100'),
    good: EXAMPLE,
  },
  *check(deployment): Iterable<Problem> {
    const handingOut = networkHandingOut(deployment)
    const said = new Set<string>()
    for (const { name, text = '', at } of virtualAddresses(deployment)) {
      const network = said.has(text) ? undefined : handingOut(text)
      said.add(text)
      if (network) yield mayBeGivenAway(name, at, text, network)
    }
  },
})

function* virtualAddresses({
  vips,
  variables,
}: Deployment): Iterable<{ name: string; text: string | undefined; at: Placed }> {
  for (const vip of vips) yield { name: vip.name, text: vip.text, at: vip }
  for (const which of ['internal', 'external']) {
    const name = `haproxy_keepalived_${which}_vip_cidr`
    for (const { file, entry } of variables.settings.get(name) ?? []) {
      const at = placed(file, entry.value)
      yield { name, text: at.text?.split('/')[0], at }
    }
  }
}
