import { asRelease } from '../../../../openstack/releases.js'
import { named, optionRule } from '../../../readers/oslo_config/rule.js'

export const removedOption = optionRule(
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

export const optionOfLaterRelease = optionRule(
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

export const deprecatedOption = optionRule(
  {
    id: 'oslo_config/deprecated-option',
    severity: 'notice',
    summary: 'An option that is deprecated',
    help: 'The option still works, and the service says in its log that it will not for ever. Options under an old name are read from their new place first. The release is the one that the manifest names as openstack_release; when it names none, the newest is assumed, and this is a notice; otherwise it is a warning. Use the new name, or plan for the time without the option.',
    example: {
      bad: '[pci]\npassthrough_whitelist = {"vendor_id": "8086", "product_id": "1572"}\n',
      good: '[pci]\ndevice_spec = {"vendor_id": "8086", "product_id": "1572"}\n',
    },
  },
  ({ ini, lookup }, section, _, { isAssumed }) => {
    const severity = isAssumed ? 'notice' : 'warning'
    const range = ini.nameRange
    if (lookup?.is === 'renamed') {
      const to = named(...lookup.to)
      const message = `${named(section.ini.name, ini.name)} is the old name of ${to}.`
      return { range, message, help: `Write ${to} in its place.`, severity }
    }
    const since = lookup?.is === 'known' ? lookup.entry.deprecated : undefined
    if (since === undefined) return undefined
    const message = `${named(section.ini.name, ini.name)} is deprecated${since === '' ? '' : ` since ${since}`} and will be removed.`
    return { range, message, help: 'Remove it, or use what its documentation names in its place.', severity }
  },
)
