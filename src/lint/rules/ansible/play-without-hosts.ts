import { resolve, type YamlNode } from '../../../yaml/tree.js'
import { defineRule } from '../../engine/rule.js'
import type { Project } from '../../readers/ansible/project.js'
import { PLAY } from './shared/examples.js'

export default defineRule<Project>({
  id: 'ansible/play-without-hosts',
  severity: 'error',
  summary: 'a play has no hosts',
  help: 'Ansible rejects a playbook with a play that does not name its hosts. Use localhost for tasks that run on the control node itself.',
  example: { bad: PLAY.replace('hosts: control', 'become: true'), good: PLAY },
  check({ plays }, report) {
    for (const { file, entries, range, imported } of plays) {
      const hosts = entries.get('hosts')
      if (imported || (hosts && !isEmpty(hosts.value))) continue
      report(
        { file, range: hosts?.keyRange ?? range },
        'The play has no hosts, so Ansible rejects the playbook.',
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
