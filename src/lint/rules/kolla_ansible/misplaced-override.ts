import { declaredRule } from '../../engine/declared.js'
import { overrideUses } from '../../readers/kolla_ansible/override-files.js'
import { withFiles } from './shared/example.js'

export default declaredRule({
  id: 'kolla_ansible/misplaced-override',
  severity: 'warning',
  summary: 'an override file is beside globals.yml instead of in config/',
  help: 'kolla-ansible looks for override files in the folder config beside globals.yml. The folders directly beside globals.yml, for example /etc/kolla/nova, are where it writes the final configuration on each host: a file that you add there is never merged, and is overwritten.',
  example: {
    bad: withFiles({ 'etc/kolla/nova/nova-compute.conf': '[DEFAULT]\ncpu_allocation_ratio = 4.0\n' }),
    good: withFiles({ 'etc/kolla/config/nova/nova-compute.conf': '[DEFAULT]\ncpu_allocation_ratio = 4.0\n' }),
  },
  uses: overrideUses,
  reports: 'misplaced',
  describe: ({ path }) => ({
    message: `The override "${path}" is beside globals.yml, where no role looks for it.`,
    help: `Move it to "config/${path}".`,
  }),
})
