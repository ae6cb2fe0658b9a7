import { asScalar } from '../../../yaml/tree.js'
import { defineRule } from '../../engine/rule.js'
import type { Deployment } from '../../readers/openstack_ansible/deployment.js'
import { isUnknown } from '../../readers/openstack_ansible/placed.js'
import { example } from './shared/variable-rules.js'

const BRANCH = /^(?:refs\/heads\/)?(?:master|main|HEAD|(?:stable|unmaintained|feature|bugfix)\/.+)$/

export default defineRule<Deployment>({
  id: 'openstack_ansible/branch-pin',
  severity: 'warning',
  summary: 'a service is installed from a branch',
  help: 'The *_git_install_branch variables say which commit of a service is installed. A branch moves: each host gets what the branch holds on the day when its turn comes, two hosts may run different code, and there is no way back to what ran before. openstack-ansible itself pins commits; name one, or a tag.',
  example: example(
    'nova_git_install_branch: stable/2025.1\n',
    'nova_git_install_branch: 0123456789abcdef0123456789abcdef01234567\n',
  ),
  check({ variables }, report) {
    for (const [name, settings] of variables.settings) {
      if (!name.endsWith('_git_install_branch')) continue
      for (const { file, entry } of settings) {
        const text = asScalar(entry.value)?.text ?? ''
        if (isUnknown(entry.value) || !BRANCH.test(text)) continue
        report(
          { file, range: entry.value.range },
          `The branch "${text}" moves: hosts may get different code.`,
          'Name a commit or a tag.',
        )
      }
    }
  },
})
