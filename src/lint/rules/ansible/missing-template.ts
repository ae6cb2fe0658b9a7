import { declaredRule } from '../../engine/declared.js'
import { missingFiles } from '../../readers/ansible/file-uses.js'
import { PLAY } from './shared/examples.js'
import { describeMissing } from './shared/missing-file.js'

const SITE = PLAY.replace(
  'ping:',
  'template: { src: keystone.conf.j2, dest: /etc/keystone/keystone.conf, mode: "0640" }',
)

export default declaredRule({
  id: 'ansible/missing-template',
  severity: 'warning',
  summary: 'a template does not exist',
  help: 'The task fails when the template is neither in the templates folder of the role nor beside the playbook. The rule reports a template when one of these templates folders exists and no file of the same name exists in the repository. Names with Jinja are not checked.',
  example: {
    bad: { 'site.yml': SITE, 'templates/keystone.cnf.j2': '' },
    good: { 'site.yml': SITE, 'templates/keystone.conf.j2': '' },
  },
  uses: missingFiles,
  reports: 'missing_template',
  describe: describeMissing('template'),
})
