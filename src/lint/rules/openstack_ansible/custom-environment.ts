import { defineRule } from '../../engine/rule.js'
import type { Deployment } from '../../readers/openstack_ansible/deployment.js'
import { config, FILE, FILE_START, GOOD } from './shared/environment-rules.js'

export default defineRule<Deployment>({
  id: 'openstack_ansible/custom-environment',
  severity: 'notice',
  summary: "an env.d of one's own stops every upgrade",
  help: "openstack-ansible's upgrade stops when there are files in env.d, so that somebody compares them with the release's own; with SKIP_CUSTOM_ENVD_CHECK=true it goes on. Files that are the same as those of the release are deleted. Set the variable in the upgrade once the comparison is done, and silence this notice beside it.",
  example: { bad: { ...config, [FILE]: GOOD }, good: config },
  check({ environment, isWhole }, report) {
    const [first] = environment.files
    if (!first || !isWhole) return
    const count = environment.files.length
    report(
      { file: first.path, range: FILE_START },
      count === 1
        ? 'An upgrade will stop at this file of env.d.'
        : `An upgrade will stop at this file of env.d and ${count - 1} more.`,
      'Compare it with the new release before an upgrade, and then set SKIP_CUSTOM_ENVD_CHECK=true.',
    )
  },
})
