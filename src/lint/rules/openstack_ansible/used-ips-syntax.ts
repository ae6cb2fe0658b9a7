import { asScalar, asSequence } from '../../../yaml/tree.js'
import { isTemplatedValue as isTemplated } from '../../engine/definition.js'
import { defineRule } from '../../engine/rule.js'
import type { Deployment } from '../../readers/openstack_ansible/deployment.js'
import { EXAMPLE } from './shared/example.js'
import { FORM, readEntry } from './shared/used-ips.js'

export default defineRule<Deployment>({
  id: 'openstack_ansible/used-ips-syntax',
  severity: 'error',
  summary: 'an entry of used_ips reserves nothing',
  help: 'An entry is one address, or the first and the last of a range with a comma between them. The generator takes anything else for the name of an address that never occurs (a range with a dash, a network) or stops, and the addresses that were meant are given to containers.',
  example: {
    bad: EXAMPLE.replace('global_overrides', '  - "172.29.236.200-172.29.236.210"\nglobal_overrides'),
    good: EXAMPLE,
  },
  check({ usedIps }, report) {
    if (!usedIps || asScalar(usedIps.node)?.value === null || isTemplated(usedIps.text ?? '')) return
    const { file } = usedIps
    const list = asSequence(usedIps.node)
    if (!list) {
      report({ file, range: usedIps.range }, 'used_ips is no list, so it reserves nothing.', FORM)
      return
    }
    for (const item of list.items) {
      const entry = readEntry(item)
      if (typeof entry === 'object' && 'problem' in entry) {
        report({ file, range: item.range }, entry.problem, entry.help)
      }
    }
  },
})
