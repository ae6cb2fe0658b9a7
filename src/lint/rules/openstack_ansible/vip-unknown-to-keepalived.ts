import { defineRule } from '../../engine/rule.js'
import { parseAddress } from '../../readers/openstack_ansible/address.js'
import { isSet, type OpenstackAnsibleConfig } from '../../readers/openstack_ansible/config.js'
import { LOAD_BALANCERS } from '../../readers/openstack_ansible/groups.js'
import { hostsIn } from '../../readers/openstack_ansible/inventory.js'
import { isUnknown } from '../../readers/openstack_ansible/placed.js'
import { VIP_CIDRS, WITH_CLUSTER } from './shared/example.js'

/** Variables that replace the default setup of Keepalived. */
const KEEPALIVED = ['keepalived_instances', 'keepalived_instances_overrides', 'haproxy_use_keepalived']

export default defineRule<OpenstackAnsibleConfig>({
  id: 'openstack_ansible/vip-unknown-to-keepalived',
  severity: 'warning',
  summary: 'Keepalived does not get a virtual address',
  help: 'With two or more load balancers, openstack-ansible configures Keepalived to hold the virtual addresses. It takes them from haproxy_keepalived_internal_vip_cidr and haproxy_keepalived_external_vip_cidr, not from the *_lb_vip_address, which may be names. Without these variables, Keepalived brings up an address of 169.254.0.0/16 instead. Set both, with the prefix length, or set haproxy_use_keepalived: false if something else holds the addresses.',
  example: {
    bad: { 'openstack_user_config.yml': WITH_CLUSTER, 'user_variables.yml': VIP_CIDRS.split('\n')[0] ?? '' },
    good: { 'openstack_user_config.yml': WITH_CLUSTER, 'user_variables.yml': VIP_CIDRS },
  },
  check(config, report) {
    const { vips, groups, variables, isComplete, isTemplated } = config
    if (!isComplete || isTemplated || !variables.hasUserFiles || variables.hasUnread) return
    if (hostsIn(groups, ...LOAD_BALANCERS).size < 2 || KEEPALIVED.some((name) => isSet(name, config))) return
    for (const vip of vips) {
      const { name, text, node } = vip
      const cidr = `haproxy_keepalived_${name.split('_')[0]}_vip_cidr`
      if (!text || isUnknown(node) || isSet(cidr, config)) continue
      const value = parseAddress(text) ? `${text}/32` : `the address of ${text}`
      report(
        vip,
        `Keepalived does not get the ${name} ${text}, because ${cidr} is not set.`,
        `Set ${cidr} to ${value} in user_variables.yml.`,
      )
    }
  },
})
