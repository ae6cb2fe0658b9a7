import { defineRule } from '../../engine/rule.js'
import { parseAddress } from '../../readers/openstack_ansible/address.js'
import type { Deployment } from '../../readers/openstack_ansible/deployment.js'
import { isUnknown } from '../../readers/openstack_ansible/placed.js'
import { BALANCERS, hostsIn } from './shared/cluster-rules.js'
import { WITH_CLUSTER } from './shared/example.js'
import { CIDRS, isSet } from './shared/vip-rules.js'

const KEEPALIVED = ['keepalived_instances', 'keepalived_instances_overrides', 'haproxy_use_keepalived']

export default defineRule<Deployment>({
  id: 'openstack_ansible/vip-never-up',
  severity: 'warning',
  summary: 'Keepalived is not told the virtual address',
  help: 'With two load balancers or more, openstack-ansible sets up Keepalived to hold the virtual addresses; but it takes them from haproxy_keepalived_internal_vip_cidr and haproxy_keepalived_external_vip_cidr, not from the *_lb_vip_address, which may be names. Without these, Keepalived brings up an address of 169.254.0.0/16 instead. Set both, with the prefix length, or haproxy_use_keepalived: false when something else holds the addresses.',
  example: {
    bad: { 'openstack_user_config.yml': WITH_CLUSTER, 'user_variables.yml': CIDRS.split('\n')[0] ?? '' },
    good: { 'openstack_user_config.yml': WITH_CLUSTER, 'user_variables.yml': CIDRS },
  },
  check(deployment, report) {
    const { vips, groups, variables, isWhole, isTemplated } = deployment
    if (!isWhole || isTemplated || !variables.isThere || variables.hasUnread) return
    if (hostsIn(groups, ...BALANCERS).size < 2 || KEEPALIVED.some((name) => isSet(name, deployment))) return
    for (const { name, file, range, text, node } of vips) {
      const cidr = `haproxy_keepalived_${name.split('_')[0]}_vip_cidr`
      if (!text || isUnknown(node) || isSet(cidr, deployment)) continue
      report(
        { file, range },
        `Keepalived is not told the ${name} ${text}: ${cidr} is not set.`,
        parseAddress(text)
          ? `Set ${cidr}: ${text}/32 in user_variables.yml.`
          : `Set ${cidr} to the address of ${text} in user_variables.yml.`,
      )
    }
  },
})
