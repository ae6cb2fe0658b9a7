import type { YamlEntry } from '../../../../yaml/tree.js'
import type { Play } from '../../../readers/ansible/project.js'

export const GOOD = `- name: Deploy Keystone
  hosts: control
  tasks:
    - name: Greet
      ansible.builtin.ping:
`

/** The entry that imports another playbook. */
export function importOf(entries: Play['entries']): YamlEntry | undefined {
  return entries.get('import_playbook') ?? entries.get('ansible.builtin.import_playbook')
}
