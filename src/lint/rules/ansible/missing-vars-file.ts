import { declaredRule } from '../../engine/declared.js'
import { missingFiles } from '../../readers/ansible/file-uses.js'
import { PLAY } from './shared/examples.js'
import { describeMissing } from './shared/missing-file.js'

const SITE = PLAY.replace('  tasks', '  vars_files: [vars/keystone.yml]\n  tasks')

export default declaredRule({
  id: 'ansible/missing-vars-file',
  severity: 'warning',
  summary: 'a file of variables does not exist',
  help: 'A play stops when one of its vars_files is missing. The rule reports a file when no file of the same name exists in the repository. Suppress the finding for a file that is generated during the run, or that is not committed because it contains secrets. Names with Jinja and lists of alternatives are not checked.',
  example: {
    bad: { 'site.yml': SITE, 'vars/glance.yml': 'a: 1\n' },
    good: { 'site.yml': SITE, 'vars/keystone.yml': 'a: 1\n' },
  },
  uses: missingFiles,
  reports: 'missing_vars',
  describe: describeMissing('file of variables'),
})
