import type { Deployment } from '../../../readers/openstack_ansible/deployment.js'

/** All names that a provider network may be bound to. */
export function bindable({ known, environment, groups }: Deployment): ReadonlySet<string> {
  const names = new Set([...known.binds, ...environment.names, 'hosts', 'localhost', 'all'])
  for (const name of [...names])
    if (name.endsWith('_containers')) names.add(name.replace(/_containers$/, '_all'))
  for (const { name, hosts } of groups) {
    names.add(name)
    for (const host of hosts) names.add(`${host.name}_host_containers`.replaceAll('-', '_'))
  }
  return names
}
