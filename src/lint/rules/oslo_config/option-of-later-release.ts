import { declaredRule } from '../../engine/declared.js'
import { optionUses } from '../../readers/oslo_config/uses.js'

export default declaredRule({
  id: 'oslo_config/option-of-later-release',
  severity: 'warning',
  summary: 'only a later OpenStack release has the option',
  help: 'oslo.config ignores options that the release does not have, without a message. This option was added after the release that the manifest names as openstack_release. Add it after the upgrade.',
  example: {
    bad: {
      'group_vars/all.yml': 'openstack_release: zed\n',
      'config/nova.conf': '[api]\nresponse_validation = warn\n',
    },
    good: {
      'group_vars/all.yml': 'openstack_release: 2026.1\n',
      'config/nova.conf': '[api]\nresponse_validation = warn\n',
    },
  },
  uses: optionUses,
  reports: 'later',
  describe: ({ option, first }, { isAssumed, release }) =>
    isAssumed
      ? undefined
      : {
          message: `OpenStack ${release} does not have ${option.title}: the first release with it is ${first}.`,
          help: 'Remove it until the upgrade: the service ignores it.',
        },
})
