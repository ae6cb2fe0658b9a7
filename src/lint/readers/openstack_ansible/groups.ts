/** Groups that only existed for a short time, between the releases with facts. */
export const OLD_GROUPS: ReadonlySet<string> = new Set(['infra_hosts', 'oslomsg_notify_hosts', 'qpid_hosts'])

/** Groups that operators expect to exist, with the group that deploys the service. */
export const MEANT_GROUPS: ReadonlyMap<string, string> = new Map([
  ['barbican_hosts', 'key_manager_hosts'],
  ['cinder_hosts', 'storage_infra_hosts'],
  ['designate_hosts', 'dnsaas_hosts'],
  ['galera_hosts', 'database_hosts'],
  ['glance_hosts', 'image_hosts'],
  ['heat_hosts', 'orchestration_hosts'],
  ['horizon_hosts', 'dashboard_hosts'],
  ['keystone_hosts', 'identity_hosts'],
  ['memcached_hosts', 'memcaching_hosts'],
  ['neutron_hosts', 'network_hosts'],
  ['nova_hosts', 'compute_hosts'],
  ['octavia_hosts', 'octavia_infra_hosts'],
  ['placement_hosts', 'placement_infra_hosts'],
  ['rabbitmq_hosts', 'mq_hosts'],
])

/** What replaces a name that a release does not have. */
export const REPLACEMENTS: ReadonlyMap<string, string> = new Map([
  ['cloudkitty_hosts', 'rating_hosts'],
  ['load_balancer_hosts', 'haproxy_hosts'],
  ['neutron_linuxbridge_agent', 'neutron_openvswitch_agent or neutron_ovn_controller'],
  ['oslomsg_rpc_hosts', 'mq_hosts'],
  ['rating_hosts', 'cloudkitty_hosts'],
])

/** The groups whose hosts run HAProxy; the second is the older name. */
export const LOAD_BALANCERS: readonly string[] = ['load_balancer_hosts', 'haproxy_hosts']

/** The inventory generator takes `-` and `_` for the same. */
export function normalized(name: string): string {
  return name.replaceAll('-', '_')
}
