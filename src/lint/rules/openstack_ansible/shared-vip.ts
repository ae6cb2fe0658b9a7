import { defineRule } from '../../engine/rule.js'
import { isSet, type OpenstackAnsibleConfig } from '../../readers/openstack_ansible/config.js'
import { LOAD_BALANCERS } from '../../readers/openstack_ansible/groups.js'
import { hostsIn } from '../../readers/openstack_ansible/inventory.js'
import { isUnknown } from '../../readers/openstack_ansible/placed.js'
import { VIP_CIDRS, WITH_CLUSTER } from './shared/example.js'

/** Variables that select the addresses with TLS. */
const TLS = [
  ...['haproxy_ssl', 'haproxy_ssl_all_vips', 'haproxy_tls_vip_binds', 'haproxy_vip_binds'],
  ...['openstack_external_ssl', 'openstack_service_accept_both_protocols'],
  ...['openstack_service_publicuri_proto', 'openstack_service_internaluri_proto'],
  ...['haproxy_bind_external_lb_vip_address', 'haproxy_bind_internal_lb_vip_address'],
  ...['haproxy_bind_external_lb_vip_interface', 'haproxy_bind_internal_lb_vip_interface'],
]

export default defineRule<OpenstackAnsibleConfig>({
  id: 'openstack_ansible/shared-vip',
  severity: 'error',
  summary: 'one virtual address must serve both HTTP and HTTPS',
  help: 'By default, openstack-ansible uses TLS on the external address only, and the internal URLs of all services are http. If both addresses are the same, HAProxy binds it once, with TLS, and services cannot reach each other. Use two addresses, or one protocol: haproxy_ssl_all_vips: true with openstack_service_internaluri_proto: https. Without a user_*.yml in the repository this is a warning, because the variables may be set elsewhere.',
  example: {
    bad: {
      'openstack_user_config.yml': WITH_CLUSTER.replace('cloud.example.com', '172.29.236.9'),
      'user_variables.yml': VIP_CIDRS,
    },
    good: { 'openstack_user_config.yml': WITH_CLUSTER, 'user_variables.yml': VIP_CIDRS },
  },
  check(config, report) {
    const { vips, groups, variables } = config
    const internal = vips.find(({ name }) => name === 'internal_lb_vip_address')
    const external = vips.find(({ name }) => name === 'external_lb_vip_address')
    if (!internal?.text || !external || internal.text !== external.text || isUnknown(external.node)) return
    // without a load balancer of openstack-ansible, another one terminates TLS
    if (hostsIn(groups, ...LOAD_BALANCERS).size === 0) return
    if (variables.hasUnread || TLS.some((name) => isSet(name, config))) return
    report(
      external,
      `${external.text} is both the internal address, without TLS, and the external one, with TLS.`,
      'Use two addresses, or set haproxy_ssl_all_vips: true and openstack_service_internaluri_proto: https.',
      variables.hasUserFiles ? 'error' : 'warning',
    )
  },
})
