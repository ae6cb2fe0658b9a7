import { named, optionRule } from '../../readers/oslo_config/rule.js'

export default optionRule(
  {
    id: 'oslo_config/pinned-upgrade-level',
    severity: 'notice',
    summary: 'An RPC version that is pinned to a release',
    help: 'In [upgrade_levels] a service is told to speak as an older release does, which a rolling upgrade needs as long as old services run. Afterwards the pin keeps new features off, and the upgrade after the next one fails, since old versions are dropped. Remove it when the upgrade is done, or use auto, which finds the oldest service by itself.',
    example: {
      bad: '[upgrade_levels]\ncompute = yoga\n',
      good: '[upgrade_levels]\ncompute = auto\n',
    },
  },
  ({ ini }, { group }) => {
    const { value } = ini
    if (group !== 'upgrade_levels' || ini.isTemplated || value === '' || value === 'auto') return undefined
    return {
      range: ini.valueRange,
      message: `${named(group, ini.name)} is pinned to "${value}".`,
      help: 'Write auto, or remove it when all services are upgraded.',
    }
  },
)
