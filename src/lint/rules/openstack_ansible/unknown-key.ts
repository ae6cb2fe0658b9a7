import { defineRule } from '../../engine/rule.js'
import type { Deployment } from '../../readers/openstack_ansible/deployment.js'
import { normalized } from '../../readers/openstack_ansible/groups.js'
import { misspelledKey } from '../../readers/openstack_ansible/names.js'
import { EXAMPLE } from './shared/example.js'

const TOP_LEVEL = ['cidr_networks', 'used_ips', 'global_overrides']

const OVERRIDES = [
  'internal_lb_vip_address',
  'external_lb_vip_address',
  'management_bridge',
  'provider_networks',
  'no_containers',
]

export default defineRule<Deployment>({
  id: 'openstack_ansible/unknown-key',
  severity: 'error',
  summary: 'a key of the configuration is misspelled',
  help: 'The inventory generator leaves out keys that it does not know: with used_ip for used_ips no address is kept, with management_brige for management_bridge the playbooks stop much later. This is said of keys at the top and in global_overrides that differ in one letter from one that is read.',
  example: { bad: EXAMPLE.replace('management_bridge', 'management_brige'), good: EXAMPLE },
  check({ others, overrides, known }, report) {
    for (const { file, entry } of others) {
      const near = misspelledKey(normalized(entry.key), TOP_LEVEL)
      if (!near) continue
      report(
        { file, range: entry.keyRange },
        `The key "${entry.key}" is not read.`,
        `Did you mean "${near}"?`,
      )
    }
    for (const [key, { file, entry }] of overrides) {
      const near = misspelledKey(key, OVERRIDES)
      if (!near || known.variables.has(key)) continue
      report(
        { file, range: entry.keyRange },
        `Nothing reads "${key}" in global_overrides.`,
        `Did you mean "${near}"?`,
      )
    }
  },
})
