import type { Deployment } from '../../../readers/openstack_ansible/deployment.js'

export const CIDRS =
  'haproxy_keepalived_external_vip_cidr: 203.0.113.9/32\nhaproxy_keepalived_internal_vip_cidr: 172.29.236.9/32\n'

/** Whether anything in the repository sets the variable. */
export function isSet(name: string, { variables, overrides }: Deployment): boolean {
  return variables.settings.has(name) || overrides.has(name)
}
