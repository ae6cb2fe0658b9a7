import { asScalar } from '../../../yaml/tree.js'
import { defineRule } from '../../engine/rule.js'
import type { OpenstackAnsibleConfig } from '../../readers/openstack_ansible/config.js'
import { isUnknown } from '../../readers/openstack_ansible/placed.js'
import { besideMain } from './shared/example.js'

const BRANCH = /^(?:refs\/heads\/)?(?:master|main|HEAD|(?:stable|unmaintained|feature|bugfix)\/.+)$/

export default defineRule<OpenstackAnsibleConfig>({
  id: 'openstack_ansible/installed-from-branch',
  severity: 'warning',
  summary: 'a service is installed from a branch',
  help: 'The *_git_install_branch variables select the commit of a service to install. A branch moves, so each host gets the commit that is current when it is deployed. Two hosts may run different code, and you cannot reinstall what ran before. openstack-ansible itself pins commits. Set a commit or a tag.',
  example: besideMain(
    'user_variables.yml',
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
          `"${text}" is a branch, so hosts may get different code.`,
          'Set a commit or a tag.',
        )
      }
    }
  },
})
