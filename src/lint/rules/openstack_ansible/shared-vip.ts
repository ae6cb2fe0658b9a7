import { defineRule } from '../../engine/rule.js'
import type { Deployment } from '../../readers/openstack_ansible/deployment.js'
import { isUnknown } from '../../readers/openstack_ansible/placed.js'
import { BALANCERS, hostsIn } from './shared/cluster-rules.js'
import { WITH_CLUSTER } from './shared/example.js'
import { CIDRS, isSet } from './shared/vip-rules.js'

/** Variables that decide which of the two addresses speaks TLS. */
const TLS = [
  ...[
    'haproxy_ssl',
    'haproxy_ssl_all_vips',
    'haproxy_tls_vip_binds',
    'haproxy_vip_binds',
    'openstack_external_ssl',
  ],
  ...[
    'openstack_service_publicuri_proto',
    'openstack_service_internaluri_proto',
    'openstack_service_accept_both_protocols',
  ],
  ...['haproxy_bind_external_lb_vip_address', 'haproxy_bind_internal_lb_vip_address'],
  ...['haproxy_bind_external_lb_vip_interface', 'haproxy_bind_internal_lb_vip_interface'],
]

export default defineRule<Deployment>({
  id: 'openstack_ansible/shared-vip',
  severity: 'error',
  summary: 'one virtual address is to speak HTTP and HTTPS at once',
  help: 'By default openstack-ansible has TLS on the external address only, and the internal URLs of all services are http. When both addresses are the same, HAProxy binds it once, with TLS, and nothing inside of the cloud reaches a service any more. Use two addresses, or one protocol: haproxy_ssl_all_vips: true with openstack_service_internaluri_proto: https. Without any user_*.yml in the repository it is a warning, since these may stand elsewhere.',
  example: {
    bad: {
      'openstack_user_config.yml': WITH_CLUSTER.replace('cloud.example.com', '172.29.236.9'),
      'user_variables.yml': CIDRS,
    },
    good: { 'openstack_user_config.yml': WITH_CLUSTER, 'user_variables.yml': CIDRS },
  },
  *check(deployment) {
    const { vips, groups, variables } = deployment
    const [internal, external] = ['internal_lb_vip_address', 'external_lb_vip_address'].map((name) =>
      vips.find((vip) => vip.name === name),
    )
    if (!internal?.text || !external || internal.text !== external.text || isUnknown(external.node)) return
    // without a load balancer of its own, something else speaks TLS
    if (hostsIn(groups, ...BALANCERS).size === 0) return
    if (variables.hasUnread || TLS.some((name) => isSet(name, deployment))) return
    yield {
      file: external.file,
      range: external.range,
      message: `${external.text} is both the internal address, without TLS, and the external one, with TLS.`,
      help: 'Use two addresses, or set haproxy_ssl_all_vips: true and openstack_service_internaluri_proto: https.',
      ...(variables.isThere ? {} : { severity: 'warning' as const }),
    }
  },
})
