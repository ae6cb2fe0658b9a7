import { named, optionRule } from '../../readers/oslo_config/rule.js'

export default optionRule(
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
