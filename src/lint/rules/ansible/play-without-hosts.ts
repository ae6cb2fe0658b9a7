import { resolve, type YamlNode } from '../../../yaml/tree.js'
import { defineRule } from '../../engine/rule.js'
import type { Project } from '../../readers/ansible/project.js'
import { GOOD, importOf } from './shared/play-rules.js'

export default defineRule<Project>({
  id: 'ansible/play-without-hosts',
  severity: 'error',
  summary: 'a play has no hosts',
  help: 'Ansible refuses a playbook in which a play does not say on which hosts it runs. Use localhost for what runs on the machine of Ansible itself.',
  example: { bad: GOOD.replace('hosts: control', 'become: true'), good: GOOD },
  check({ plays }, report) {
    for (const { file, entries, range } of plays) {
      if (importOf(entries)) continue
      const hosts = entries.get('hosts')
      if (hosts && !isEmpty(hosts.value)) continue
      report(
        { file, range: hosts?.keyRange ?? range },
        'The play has no hosts, so Ansible refuses the playbook.',
        'Add hosts, with the groups that the play is for.',
      )
    }
  },
})

function isEmpty(node: YamlNode): boolean {
  const value = resolve(node)
  if (value?.kind === 'sequence') return value.items.length === 0
  return value?.kind === 'scalar' && (value.value === null || value.text === '')
}
