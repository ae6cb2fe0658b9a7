import { asMapping, asScalar, childOf, entriesOf, type YamlNode } from '../../../yaml/tree.js'
import { defineRule } from '../../engine/rule.js'
import { WordSpeller } from '../../engine/speller.js'
import type { OpenstackAnsibleConfig } from '../../readers/openstack_ansible/config.js'
import { allContainers } from '../../readers/openstack_ansible/env-d.js'
import { writtenHosts } from '../../readers/openstack_ansible/inventory.js'
import { isUnknown } from '../../readers/openstack_ansible/placed.js'
import { EXAMPLE } from './shared/example.js'

export default defineRule<OpenstackAnsibleConfig>({
  id: 'openstack_ansible/invalid-affinity',
  severity: 'error',
  summary: 'affinity names an unknown container, or a count that is not a whole number',
  help: 'affinity maps kinds of containers to the number of them that the host gets. The inventory generator stops if a count is not a whole number. It ignores a misspelled kind without a message, and the host gets one container as usual.',
  example: {
    bad: EXAMPLE.replace('ip: 172.29.236.11', 'ip: 172.29.236.11, affinity: { galera_containers: 0 }'),
    good: EXAMPLE.replace('ip: 172.29.236.11', 'ip: 172.29.236.11, affinity: { galera_container: 1 }'),
  },
  check({ groups, known, envD }, report) {
    const hosts = writtenHosts(groups).filter(({ value }) => childOf(value, 'affinity'))
    if (hosts.length === 0) return
    const kinds = allContainers(envD, known)
    const speller = new WordSpeller(kinds.keys())
    for (const { file, name, value: host } of hosts) {
      const affinity = childOf(host, 'affinity')
      if (affinity && !asMapping(affinity) && !isUnknown(affinity)) {
        report(
          { file, range: affinity.range },
          `The affinity of "${name}" is not a mapping.`,
          'Write affinity: { galera_container: 1 }, or remove it.',
        )
      }
      for (const { key, keyRange, value } of entriesOf(affinity)) {
        const mayBeTypo = !key.startsWith('_') && !known.elsewhere('binds', key)
        const meant = mayBeTypo ? speller.typoOf(key) : undefined
        if (meant) {
          report({ file, range: keyRange }, `There is no container "${key}".`, `Did you mean "${meant}"?`)
        } else if (kinds.has(key) && !isCount(value)) {
          report(
            { file, range: value.range },
            `The affinity of "${key}" is not a whole number.`,
            'Write the number of containers that the host gets, without quotes.',
          )
        }
      }
    }
  },
})

function isCount(value: YamlNode): boolean {
  const count = asScalar(value)?.value
  return isUnknown(value) || (typeof count === 'number' && Number.isInteger(count))
}
