import { declaredRule } from '../../engine/declared.js'
import { overrideUses } from '../../readers/kolla_ansible/override-files.js'
import { withFiles } from './shared/example.js'

export default declaredRule({
  id: 'kolla_ansible/unknown-override',
  severity: 'error',
  summary: 'no role looks for an override file at this path',
  help: "kolla-ansible merges override files only at the exact paths that its roles look for. It ignores every other file without a warning, so the settings never reach the service. Look up the path in the service's role; most are config/<service>.conf, config/<service>/<container>.conf or config/<service>/<host>/<file>.",
  example: {
    bad: withFiles({ 'etc/kolla/config/nova/nova_compute.conf': '[DEFAULT]\ncpu_allocation_ratio = 4.0\n' }),
    good: withFiles({ 'etc/kolla/config/nova/nova-compute.conf': '[DEFAULT]\ncpu_allocation_ratio = 4.0\n' }),
  },
  uses: overrideUses,
  reports: 'unknown',
  describe: ({ path, meant }, { release }) => ({
    message: `No role of kolla-ansible ${release?.release} looks for an override at "${path}".`,
    help: meant ? `Did you mean "${meant}"?` : 'Move it to a path that the role of its service looks for.',
    severity: meant && !release?.isAssumed ? 'error' : 'warning',
  }),
})
