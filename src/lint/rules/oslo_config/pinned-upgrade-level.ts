import { defineRule } from '../../engine/rule.js'
import { atValue, type ConfigFiles } from '../../readers/oslo_config/config.js'

export default defineRule<ConfigFiles>({
  id: 'oslo_config/pinned-upgrade-level',
  severity: 'notice',
  summary: 'an RPC version is pinned to a release',
  help: 'An option in [upgrade_levels] makes a service use the RPC version of an older release, which a rolling upgrade needs while services of that release still run. After the upgrade, the pin disables new features, and the upgrade after the next one fails because old versions are dropped. Remove the pin once all services are upgraded, or use auto, which detects the oldest service.',
  example: {
    bad: '[upgrade_levels]\ncompute = yoga\n',
    good: '[upgrade_levels]\ncompute = auto\n',
  },
  check({ options }, report) {
    for (const option of options) {
      const { section, value, isTemplated, title } = option
      if (section.group !== 'upgrade_levels' || isTemplated || value === '' || value === 'auto') continue
      report(
        atValue(option),
        `${title} is pinned to "${value}".`,
        'Set it to auto, or remove it once all services are upgraded.',
      )
    }
  },
})
