import { asRelease } from '../../../openstack/releases.js'
import { named, optionRule } from '../../readers/oslo_config/rule.js'

export default optionRule(
  {
    id: 'oslo_config/removed-option',
    severity: 'notice',
    summary: 'An option that the release no longer has',
    help: 'Options that were deprecated for some releases are removed in the end; from then on oslo.config ignores them without a word. The release is the one that the manifest names as openstack_release. When it names none, the newest is assumed, and this is a notice; otherwise, and for options that were gone before Zed, it is a warning. Use what took the place of the option, or remove it.',
    example: {
      bad: '[api]\nauth_strategy = keystone\nmax_limit = 500\n',
      good: '[api]\nmax_limit = 500\n',
    },
  },
  ({ ini, lookup }, section, _, { isAssumed, release }) => {
    if (lookup?.is !== 'gone') return undefined
    const { last, to } = lookup
    // of the releases before those that are known, one alone was looked at
    const isOld = asRelease(last) === undefined
    const since = isOld ? 'none since Zed has it' : `the last release that had it is ${last}`
    return {
      range: ini.nameRange,
      message: `${named(section.ini.name, ini.name)} is gone in OpenStack ${release}: ${since}.`,
      help: to ? `Write ${named(to[0], to[1])} in its place.` : 'Remove it: the service ignores it.',
      severity: isAssumed && !isOld ? 'notice' : 'warning',
    }
  },
)
