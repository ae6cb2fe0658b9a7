import { asSequence, asString } from '../../../yaml/tree.js'
import { defineRule } from '../../engine/rule.js'
import { folderOf, joined } from '../../readers/ansible/file-index.js'
import type { Project } from '../../readers/ansible/project.js'
import { isMissing, missing, PING, wantedBy } from './shared/file-rules.js'

export default defineRule<Project>({
  id: 'ansible/missing-vars-file',
  severity: 'warning',
  summary: 'a file of variables does not exist',
  help: 'A play stops when a file of its vars_files is not there. It is reported when no file of that name lies anywhere in the repository; a file that is made during the run, or kept out of the repository because it holds secrets, is a good reason to silence it. Names that hold Jinja, and lists of alternatives, are not looked at.',
  example: {
    bad: {
      'site.yml': PING.replace('  tasks', '  vars_files: [vars/keystone.yml]\n  tasks'),
      'vars/glance.yml': 'a: 1\n',
    },
    good: {
      'site.yml': PING.replace('  tasks', '  vars_files: [vars/keystone.yml]\n  tasks'),
      'vars/keystone.yml': 'a: 1\n',
    },
  },
  *check({ plays, tasks, files }) {
    for (const { file, entries } of plays) {
      const node = entries.get('vars_files')?.value
      for (const item of asSequence(node)?.items ?? [node]) {
        const name = asString(item)
        if (!item || name === undefined) continue
        const folder = folderOf(file)
        const wanted = { file, range: item.range, name, folders: [folder, joined(folder, 'vars') ?? folder] }
        if (isMissing(wanted, files)) yield missing('file of variables', wanted, files)
      }
    }
    for (const task of tasks) {
      const { action } = task
      if (action?.name !== 'include_vars') continue
      const wanted = wantedBy(task, action.free ?? action.args.get('file')?.value, 'vars')
      if (wanted && isMissing(wanted, files)) yield missing('file of variables', wanted, files)
    }
  },
})
