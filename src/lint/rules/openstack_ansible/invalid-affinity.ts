import { asMapping, asScalar, childOf, entriesOf } from '../../../yaml/tree.js'
import { defineRule } from '../../engine/rule.js'
import type { Deployment } from '../../readers/openstack_ansible/deployment.js'
import { allContainers } from '../../readers/openstack_ansible/environment.js'
import { misspelled } from '../../readers/openstack_ansible/names.js'
import { isUnknown } from '../../readers/openstack_ansible/placed.js'
import { EXAMPLE } from './shared/example.js'
import { writtenHosts } from './shared/host-rules.js'

export default defineRule<Deployment>({
  id: 'openstack_ansible/invalid-affinity',
  severity: 'error',
  summary: 'affinity counts a container that there is not, or counts in words',
  help: 'affinity maps kinds of containers to how many of them the host gets. The inventory generator stops when the count is no whole number; a kind that is misspelled is left out without a word, and the host gets one container as always.',
  example: {
    bad: EXAMPLE.replace('ip: 172.29.236.11', 'ip: 172.29.236.11, affinity: { galera_containers: 0 }'),
    good: EXAMPLE.replace('ip: 172.29.236.11', 'ip: 172.29.236.11, affinity: { galera_container: 1 }'),
  },
  check(deployment, report) {
    const { groups, known, environment } = deployment
    const kinds = groups.some(({ hosts }) => hosts.some(({ value }) => childOf(value, 'affinity')))
      ? allContainers(environment, known)
      : new Map<string, unknown>()
    for (const host of writtenHosts(groups)) {
      const affinity = childOf(host.value, 'affinity')
      if (affinity && !asMapping(affinity) && !isUnknown(affinity)) {
        report(
          { file: host.file, range: affinity.range },
          `The affinity of "${host.name}" is no mapping.`,
          'Write affinity: { galera_container: 1 }, or remove it.',
        )
      }
      for (const { key, keyRange, value } of entriesOf(affinity)) {
        const isElsewhere = known.elsewhere('binds', key) !== undefined
        const near = kinds.has(key) || isElsewhere ? undefined : misspelled(key, [...kinds.keys()])
        if (near) {
          report(
            { file: host.file, range: keyRange },
            `There is no container "${key}".`,
            `Did you mean "${near}"?`,
          )
        } else if (kinds.has(key) && !isCount(value)) {
          report(
            { file: host.file, range: value.range },
            `The affinity of "${key}" is no whole number.`,
            'Write how many of these containers the host gets, without quotes.',
          )
        }
      }
    }
  },
})

function isCount(value: Parameters<typeof asScalar>[0]): boolean {
  const count = asScalar(value)?.value
  return isUnknown(value) || (typeof count === 'number' && Number.isInteger(count))
}
