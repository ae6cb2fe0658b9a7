import { asRelease } from '../../../openstack/releases.js'
import { declaredRule } from '../../engine/declared.js'
import { titleOf } from '../../readers/oslo_config/config.js'
import { optionUses } from '../../readers/oslo_config/uses.js'

export default declaredRule({
  id: 'oslo_config/removed-option',
  severity: 'notice',
  summary: 'an option was removed from the OpenStack release',
  help: 'OpenStack deprecates an option for some releases before it removes it. From then on, oslo.config ignores the option without a message. The OpenStack release is the one that the manifest names as openstack_release. If it names none, the newest is assumed, and this is a notice; otherwise, and for options that were removed before Zed, it is a warning. Use the option that replaces it, or remove it.',
  example: {
    bad: '[api]\nauth_strategy = keystone\nmax_limit = 500\n',
    good: '[api]\nmax_limit = 500\n',
  },
  uses: optionUses,
  reports: 'removed',
  describe: ({ option, last, to }, { isAssumed, release }) => {
    // of the releases before Zed, the facts only cover one
    const isOld = asRelease(last) === undefined
    const since = isOld ? 'it was removed before Zed' : `the last release with it is ${last}`
    return {
      message: `OpenStack ${release} does not have ${option.title}: ${since}.`,
      help: to ? `Use ${titleOf(...to)} instead.` : 'Remove it: the service ignores it.',
      severity: isAssumed && !isOld ? 'notice' : 'warning',
    }
  },
})
