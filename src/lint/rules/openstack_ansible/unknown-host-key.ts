import { entriesOf } from '../../../yaml/tree.js'
import { defineRule } from '../../engine/rule.js'
import type { Deployment } from '../../readers/openstack_ansible/deployment.js'
import { misspelledKey } from '../../readers/openstack_ansible/names.js'
import { EXAMPLE } from './shared/example.js'
import { writtenHosts } from './shared/host-rules.js'

const HOST_KEYS = [
  'ip',
  'management_ip',
  'affinity',
  'no_containers',
  'container_vars',
  'host_vars',
  'container_tech',
]

export default defineRule<Deployment>({
  id: 'openstack_ansible/unknown-host-key',
  severity: 'error',
  summary: 'a key of a host is misspelled',
  help: 'Under a host stand ip, management_ip, affinity, no_containers, container_vars and host_vars. The inventory generator leaves out any other key without a word; variables of the host belong under host_vars, those of its containers under container_vars.',
  example: {
    bad: EXAMPLE.replace('ip: 172.29.236.21', 'ip: 172.29.236.21, host_var: { nova_cpu_mode: none }'),
    good: EXAMPLE.replace('ip: 172.29.236.21', 'ip: 172.29.236.21, host_vars: { nova_cpu_mode: none }'),
  },
  check({ groups }, report) {
    for (const { file, value } of writtenHosts(groups)) {
      for (const { key, keyRange } of entriesOf(value)) {
        const near = misspelledKey(key, HOST_KEYS)
        if (near) {
          report({ file, range: keyRange }, `A host has no key "${key}".`, `Did you mean "${near}"?`)
        }
      }
    }
  },
})
