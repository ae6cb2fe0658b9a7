import { FILE_START } from '../../../yaml/source.js'
import { defineRule } from '../../engine/rule.js'
import type { OpenstackAnsibleConfig } from '../../readers/openstack_ansible/config.js'
import { ENV_D, MAIN } from './shared/example.js'

export default defineRule<OpenstackAnsibleConfig>({
  id: 'openstack_ansible/env-d-blocks-upgrade',
  severity: 'notice',
  summary: 'files in env.d stop every upgrade',
  help: "openstack-ansible's upgrade script stops if there are files in env.d, because you must compare them with those of the new release. Delete files that are the same as those of the release. After the comparison, run the upgrade with SKIP_CUSTOM_ENVD_CHECK=true, and suppress this finding.",
  example: { bad: { ...MAIN, 'env.d/gpu.yml': ENV_D }, good: MAIN },
  check({ envD: { files }, isComplete }, report) {
    const [first, ...more] = files
    if (!first || !isComplete) return
    report(
      { file: first.path, range: FILE_START },
      `The upgrade script stops at this file in env.d${more.length === 0 ? '' : ` and at ${more.length} more`}.`,
      'Before an upgrade, compare it with the new release; then set SKIP_CUSTOM_ENVD_CHECK=true.',
    )
  },
})
