import { defineRule } from '../../engine/rule.js'
import type { Deployment } from '../../readers/kolla_ansible/deployment.js'
import { OverridePaths } from '../../readers/kolla_ansible/override-paths.js'
import { withFiles } from './shared/example.js'
import { FILE_START } from './shared/override-rules.js'

export default defineRule<Deployment>({
  id: 'kolla_ansible/misplaced-override',
  severity: 'warning',
  summary: 'an override file stands beside globals.yml and not in config',
  help: 'An override is looked for in the folder config beside globals.yml. The folders right beside it, /etc/kolla/nova for instance, are where kolla-ansible writes the finished files on each host; a file that is put there by hand is never merged, and is overwritten.',
  example: {
    bad: withFiles({ 'etc/kolla/nova/nova-compute.conf': '[DEFAULT]\ncpu_allocation_ratio = 4.0\n' }),
    good: withFiles({ 'etc/kolla/config/nova/nova-compute.conf': '[DEFAULT]\ncpu_allocation_ratio = 4.0\n' }),
  },
  check(deployment, report) {
    const { facts, settings, beside } = deployment
    if (!facts || settings.has('node_custom_config')) return
    const paths = OverridePaths.of(facts)
    for (const file of beside.files) {
      const path = file.slice(beside.folder.length)
      if (!path.includes('/') || paths.exactly(path) !== 'merge') continue
      report(
        { file, range: FILE_START },
        `The override "${path}" stands beside globals.yml, where no role looks for it.`,
        `Move it to "config/${path}".`,
      )
    }
  },
})
