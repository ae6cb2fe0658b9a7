import { declaredRule } from '../../engine/declared.js'
import { overrideUses } from '../../readers/kolla_ansible/override-files.js'
import { withFiles } from './shared/example.js'

export default declaredRule({
  id: 'kolla_ansible/override-replaces-template',
  severity: 'notice',
  summary: "an override replaces kolla-ansible's whole file",
  help: "kolla-ansible merges most overrides into its own configuration, option by option. A few files replace the template of the role instead, so that changes to the template in later releases no longer reach the cloud. Compare such a file with the role's template at every upgrade.",
  example: {
    bad: withFiles({ 'etc/kolla/config/haproxy/haproxy_main.cfg': '# the whole file\n' }),
    good: withFiles({ 'etc/kolla/config/haproxy/services.d/extra.cfg': '# one more service\n' }),
  },
  uses: overrideUses,
  reports: 'replaces',
  describe: ({ path }) => ({
    message: `The file "${path}" replaces kolla-ansible's own and is not merged into it.`,
    help: "Compare it with the role's template at every upgrade.",
  }),
})
