import { defineRule } from '../../engine/rule.js'
import { authSetting, type Clouds } from '../../readers/clouds/cloud.js'
import { CLOUDS } from './shared/example.js'
import { second } from './shared/value-rules.js'

export default defineRule<Clouds>({
  id: 'clouds/missing-region',
  severity: 'notice',
  summary: 'a cloud names no region, and others at the same Keystone do',
  help: 'Without region_name a client takes the first endpoint in the catalog, of whichever region that is. Where one Keystone serves several regions, that is by chance.',
  example: {
    bad: `${CLOUDS}${second('')}${third('')}`,
    good: `${CLOUDS}${second('')}${third('    region_name: region-two\n')}`,
  },
  check({ clouds }, report) {
    const regions = new Map<string, Set<string>>()
    for (const cloud of clouds) {
      const url = authSetting(cloud, 'auth_url')?.text
      const region = cloud.settings.get('region_name')?.text
      if (url === undefined || region === undefined) continue
      regions.set(url, (regions.get(url) ?? new Set()).add(region))
    }
    for (const cloud of clouds) {
      const url = authSetting(cloud, 'auth_url')?.text
      const others = url === undefined ? undefined : regions.get(url)
      if (!others || others.size < 2 || cloud.hasProfile) continue
      if (cloud.settings.has('region_name') || cloud.settings.has('regions')) continue
      report(
        { file: cloud.file, range: cloud.keyRange },
        `The cloud "${cloud.name}" names none of the regions ${[...others].sort().join(', ')} of its Keystone.`,
        'Add region_name.',
      )
    }
  },
})

function third(region: string): string {
  return CLOUDS.replace('clouds:\n', '')
    .replace('production:', 'third:')
    .replace('    region_name: region-one\n', region)
}
