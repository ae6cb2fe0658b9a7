import { declaredRule } from '../../engine/declared.js'
import { keyUses } from '../../readers/openstack_ansible/uses.js'
import { EXAMPLE } from './shared/example.js'

export default declaredRule({
  id: 'openstack_ansible/unknown-key',
  severity: 'error',
  summary: 'a key of the configuration is misspelled',
  help: 'The inventory generator ignores unknown keys: with used_ip instead of used_ips it reserves no addresses, and with management_brige instead of management_bridge the playbooks fail much later. A key at the top level or in global_overrides is reported if it differs by one letter from a key that is read.',
  example: { bad: EXAMPLE.replace('management_bridge', 'management_brige'), good: EXAMPLE },
  uses: keyUses,
  reports: 'misspelled',
  describe: ({ where, key, meant }) => {
    if (where !== 'top' && where !== 'global_overrides') return undefined
    const place = where === 'top' ? 'at the top level' : 'in global_overrides'
    return {
      message: `openstack-ansible does not read the key "${key}" ${place}.`,
      help: `Did you mean "${meant}"?`,
    }
  },
})
