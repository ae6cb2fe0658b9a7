import { declaredRule } from '../../engine/declared.js'
import { keyUses } from '../../readers/openstack_ansible/uses.js'
import { EXAMPLE } from './shared/example.js'

export default declaredRule({
  id: 'openstack_ansible/unknown-host-key',
  severity: 'error',
  summary: 'a key of a host is misspelled',
  help: 'A host has the keys ip, management_ip, affinity, no_containers, container_vars and host_vars. The inventory generator ignores any other key without a message. Put variables of the host in host_vars, and those of its containers in container_vars.',
  example: {
    bad: EXAMPLE.replace('ip: 172.29.236.21', 'ip: 172.29.236.21, host_var: { nova_cpu_mode: none }'),
    good: EXAMPLE.replace('ip: 172.29.236.21', 'ip: 172.29.236.21, host_vars: { nova_cpu_mode: none }'),
  },
  uses: keyUses,
  reports: 'misspelled',
  describe: ({ where, key, meant }) =>
    where === 'host'
      ? { message: `A host does not have a key "${key}".`, help: `Did you mean "${meant}"?` }
      : undefined,
})
