import { named, optionRule } from '../../readers/oslo_config/rule.js'

export default optionRule(
  {
    id: 'oslo_config/option-of-later-release',
    severity: 'warning',
    summary: 'An option that only a later release has',
    help: 'oslo.config ignores options that the release does not know, without a word. This one came with a later release than the one that the manifest names as openstack_release. Wait with it until the upgrade.',
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
  },
  ({ ini, lookup }, section, _, { isAssumed, release }) => {
    if (lookup?.is !== 'later' || isAssumed) return undefined
    return {
      range: ini.nameRange,
      message: `${named(section.ini.name, ini.name)} is not in OpenStack ${release}: it comes with ${lookup.first}.`,
      help: 'Remove it until the upgrade: the service ignores it.',
    }
  },
)
