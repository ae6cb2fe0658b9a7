import { asScalar, asSequence } from '../../../yaml/tree.js'
import { isTemplatedValue } from '../../engine/definition.js'
import { defineRule } from '../../engine/rule.js'
import { readUsedIps, USED_IPS_FORM } from '../../readers/openstack_ansible/address-pools.js'
import type { OpenstackAnsibleConfig } from '../../readers/openstack_ansible/config.js'
import { EXAMPLE } from './shared/example.js'

export default defineRule<OpenstackAnsibleConfig>({
  id: 'openstack_ansible/used-ips-syntax',
  severity: 'error',
  summary: 'an entry of used_ips is invalid and reserves no address',
  help: 'An entry is one address, or the first and the last address of a range separated by a comma. The inventory generator stops at other values, or takes them for an address that does not occur (a range with a dash, a network). Containers then get addresses that were meant to be reserved.',
  example: {
    bad: EXAMPLE.replace('global_overrides', '  - "172.29.236.200-172.29.236.210"\nglobal_overrides'),
    good: EXAMPLE,
  },
  check({ usedIps }, report) {
    if (!usedIps || asScalar(usedIps.node)?.value === null || isTemplatedValue(usedIps.text ?? '')) return
    const list = asSequence(usedIps.node)
    if (!list) report(usedIps, 'used_ips is not a list, so it reserves no address.', USED_IPS_FORM)
    for (const item of list?.items ?? []) {
      const entry = readUsedIps(item)
      if (typeof entry === 'object' && 'problem' in entry) {
        report({ file: usedIps.file, range: item.range }, entry.problem, entry.help)
      }
    }
  },
})
