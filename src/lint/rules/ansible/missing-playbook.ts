import { asString } from '../../../yaml/tree.js'
import { defineRule } from '../../engine/rule.js'
import { folderOf } from '../../readers/ansible/file-index.js'
import type { Project } from '../../readers/ansible/project.js'
import { isMissing, missing, PING } from './shared/file-rules.js'
import { importOf } from './shared/play-rules.js'

const SITE = '- name: Deploy Keystone\n  ansible.builtin.import_playbook: keystone.yml\n'

export default defineRule<Project>({
  id: 'ansible/missing-playbook',
  severity: 'error',
  summary: 'an imported playbook does not exist',
  help: 'The name is relative to the folder of the playbook that imports it. Ansible reads all imports before it does anything, and stops when one is not there. When the whole folder is not there, it may be fetched before the run, and this is a notice. Playbooks of collections and names that hold Jinja are not looked at.',
  example: {
    bad: { 'site.yml': SITE, 'keystone-api.yml': PING },
    good: { 'site.yml': SITE, 'keystone.yml': PING },
  },
  *check({ plays, files }) {
    for (const { file, entries } of plays) {
      const node = importOf(entries)?.value
      const name = asString(node)
      if (!node || !name || isCollection(name)) continue
      const wanted = { file, range: node.range, name, folders: [folderOf(file)] }
      if (isMissing(wanted, files)) yield missing('playbook', wanted, files)
    }
  },
})

/** `openstack.osa.setup_hosts`: the playbook of a collection, with or without `.yml`. */
function isCollection(name: string): boolean {
  return /^\w+\.\w+\.\w[\w.]*$/.test(name.replace(/\.ya?ml$/, ''))
}
