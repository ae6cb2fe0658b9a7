import { defineRule } from '../../engine/rule.js'
import { authSetting, type Clouds } from '../../readers/clouds/cloud.js'
import { CLOUDS } from '../../readers/clouds/subjects.js'

export default defineRule<Clouds>({
  id: 'clouds/missing-region',
  severity: 'notice',
  summary: 'a cloud has no region, and its Keystone serves several',
  help: 'Without region_name, a client uses the first endpoint in the catalog. If one Keystone serves several regions, the region of that endpoint is arbitrary.',
  example: {
    bad: `${CLOUDS}${another('second', '    region_name: region-two\n')}${another('third', '')}`,
    good: `${CLOUDS}${another('second', '    region_name: region-two\n')}${another('third', '    region_name: region-two\n')}`,
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
        `The cloud "${cloud.name}" selects none of the regions of its Keystone: ${[...others].sort().join(', ')}.`,
        'Add region_name.',
      )
    }
  },
})

function another(name: string, region: string): string {
  return CLOUDS.replace('clouds:\n', '')
    .replace('production:', `${name}:`)
    .replace('    region_name: region-one\n', region)
}
