import { defineRule } from '../../engine/rule.js'
import type { Project } from '../../readers/ansible/project.js'
import { isMissing, missing, PING, wantedBy } from './shared/file-rules.js'

export default defineRule<Project>({
  id: 'ansible/missing-tasks-file',
  severity: 'error',
  summary: 'a file of tasks that is included does not exist',
  help: 'An import_tasks that leads to no file stops Ansible before it does anything; an include_tasks stops it in the middle of the run. It is reported when no file of that name lies anywhere in the repository; when the whole folder is not there, this is a notice. Names that hold Jinja are not looked at.',
  example: {
    bad: {
      'site.yml': PING.replace('ping:', 'import_tasks: tasks/keystone.yml'),
      'tasks/keystnoe.yml': '- name: Greet\n  ansible.builtin.ping:\n',
    },
    good: {
      'site.yml': PING.replace('ping:', 'import_tasks: tasks/keystone.yml'),
      'tasks/keystone.yml': '- name: Greet\n  ansible.builtin.ping:\n',
    },
  },
  *check({ tasks, files }) {
    for (const task of tasks) {
      const { action } = task
      if (action?.name !== 'import_tasks' && action?.name !== 'include_tasks') continue
      const wanted = wantedBy(task, action.free ?? action.args.get('file')?.value, 'tasks')
      if (wanted && isMissing(wanted, files)) yield missing('file of tasks', wanted, files)
    }
  },
})
