import { defineRule } from '../../engine/rule.js'
import { nameOf } from '../../readers/ansible/file-index.js'
import type { Project } from '../../readers/ansible/project.js'
import { isMissing, missing, PING, wantedBy } from './shared/file-rules.js'

export default defineRule<Project>({
  id: 'ansible/missing-template',
  severity: 'warning',
  summary: 'a template does not exist',
  help: 'The task fails when Ansible finds no such file in the templates folder of the role, or beside the playbook. It is reported when the folder is there and no file of that name lies anywhere in the repository. Names that hold Jinja are not looked at.',
  example: {
    bad: { 'site.yml': template('keystone.conf.j2'), 'templates/keystone.cnf.j2': '' },
    good: { 'site.yml': template('keystone.conf.j2'), 'templates/keystone.conf.j2': '' },
  },
  *check({ tasks, files }) {
    for (const task of tasks) {
      const { action } = task
      if (action?.name !== 'template') continue
      const wanted = wantedBy(task, action.args.get('src')?.value, 'templates')
      const hasFolder = wanted?.folders.some(
        (folder) => nameOf(folder) === 'templates' && files.hasFolder(folder),
      )
      if (wanted && hasFolder && isMissing(wanted, files)) yield missing('template', wanted, files)
    }
  },
})

function template(src: string): string {
  return PING.replace('ping:', `template: { src: ${src}, dest: /etc/keystone/keystone.conf, mode: "0640" }`)
}
