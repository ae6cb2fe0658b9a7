import { declaredRule } from '../../engine/declared.js'
import { titleOf } from '../../readers/oslo_config/config.js'
import { optionUses } from '../../readers/oslo_config/uses.js'

export default declaredRule({
  id: 'oslo_config/deprecated-option',
  severity: 'notice',
  summary: 'an option is deprecated',
  help: 'The option still works, but the service logs that it will be removed. If both the old and the new name of an option are set, oslo.config uses the new one. The OpenStack release is the one that the manifest names as openstack_release. If it names none, the newest is assumed, and this is a notice; otherwise it is a warning. Use the new name, or prepare for the removal.',
  example: {
    bad: '[pci]\npassthrough_whitelist = {"vendor_id": "8086", "product_id": "1572"}\n',
    good: '[pci]\ndevice_spec = {"vendor_id": "8086", "product_id": "1572"}\n',
  },
  uses: optionUses,
  reports: ['deprecated', 'renamed'],
  describe: (use, { isAssumed }) => {
    const severity = isAssumed ? 'notice' : 'warning'
    const { title } = use.option
    if (use.verdict === 'renamed') {
      const to = titleOf(...use.to)
      return { message: `${title} is the old name of ${to}.`, help: `Use ${to} instead.`, severity }
    }
    const since = use.since === '' ? '' : ` since ${use.since}`
    return {
      message: `${title} is deprecated${since} and will be removed.`,
      help: 'Remove it, or use the replacement that its documentation names.',
      severity,
    }
  },
})
