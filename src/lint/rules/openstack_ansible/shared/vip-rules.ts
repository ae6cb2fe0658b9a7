import type { Rule } from '../../../engine/rule.js'
import { parseAddress } from '../../../readers/openstack_ansible/address.js'
import { BALANCERS, hostsIn } from './cluster-rules.js'
import type { Deployment } from '../../../readers/openstack_ansible/deployment.js'
import { WITH_CLUSTER } from './example.js'
import { isUnknown } from '../../../readers/openstack_ansible/placed.js'

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

const CIDRS =
  'haproxy_keepalived_external_vip_cidr: 203.0.113.9/32\nhaproxy_keepalived_internal_vip_cidr: 172.29.236.9/32\n'

export const sharedVip: Rule<Deployment> = {
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
}

/** Whether anything in the repository sets the variable. */
function isSet(name: string, { variables, overrides }: Deployment): boolean {
  return variables.settings.has(name) || overrides.has(name)
}

const KEEPALIVED = ['keepalived_instances', 'keepalived_instances_overrides', 'haproxy_use_keepalived']

export const vipNeverUp: Rule<Deployment> = {
  id: 'openstack_ansible/vip-never-up',
  severity: 'warning',
  summary: 'Keepalived is not told the virtual address',
  help: 'With two load balancers or more, openstack-ansible sets up Keepalived to hold the virtual addresses; but it takes them from haproxy_keepalived_internal_vip_cidr and haproxy_keepalived_external_vip_cidr, not from the *_lb_vip_address, which may be names. Without these, Keepalived brings up an address of 169.254.0.0/16 instead. Set both, with the prefix length, or haproxy_use_keepalived: false when something else holds the addresses.',
  example: {
    bad: { 'openstack_user_config.yml': WITH_CLUSTER, 'user_variables.yml': CIDRS.split('\n')[0] ?? '' },
    good: { 'openstack_user_config.yml': WITH_CLUSTER, 'user_variables.yml': CIDRS },
  },
  *check(deployment) {
    const { vips, groups, variables, isWhole, isTemplated } = deployment
    if (!isWhole || isTemplated || !variables.isThere || variables.hasUnread) return
    if (hostsIn(groups, ...BALANCERS).size < 2 || KEEPALIVED.some((name) => isSet(name, deployment))) return
    for (const { name, file, range, text, node } of vips) {
      const cidr = `haproxy_keepalived_${name.split('_')[0]}_vip_cidr`
      if (!text || isUnknown(node) || isSet(cidr, deployment)) continue
      yield {
        file,
        range,
        message: `Keepalived is not told the ${name} ${text}: ${cidr} is not set.`,
        help: parseAddress(text)
          ? `Set ${cidr}: ${text}/32 in user_variables.yml.`
          : `Set ${cidr} to the address of ${text} in user_variables.yml.`,
      }
    }
  },
}
