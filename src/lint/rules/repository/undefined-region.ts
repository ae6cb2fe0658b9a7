import { defineRule } from '../../engine/rule.js'
import { addressOf, type Fact, PRODUCTION, placeIn, VIPS } from '../../readers/repository/environments.js'
import type { Repository } from '../../readers/repository/subjects.js'

const CLOUDS = `clouds:
  production:
    auth:
      auth_url: http://10.10.0.254:5000/v3
      username: operator
      project_name: platform
      user_domain_name: Default
      project_domain_name: Default
    region_name: RegionOne
`

export default defineRule<Repository>({
  id: 'repository/undefined-region',
  severity: 'warning',
  summary: 'clouds.yaml selects a region that the environment does not have',
  help: 'The auth_url belongs to an environment of this repository, but no environment in the repository has this region_name. The catalog has no endpoints for it, so every command after the login fails. Region names are case-sensitive.',
  example: {
    bad: {
      'production/globals.yml': PRODUCTION,
      'clouds.yaml': CLOUDS.replace('RegionOne', 'regionOne'),
    },
    good: { 'production/globals.yml': PRODUCTION, 'clouds.yaml': CLOUDS },
  },
  check({ environments, clouds }, report) {
    const served = new Map<string, Fact>()
    const regions = new Set<string>()
    for (const { facts, regions: own } of environments) {
      for (const name of [...VIPS, 'kolla_internal_fqdn', 'kolla_external_fqdn']) {
        const fact = facts.get(name)
        if (fact) served.set(addressOf(fact), fact)
      }
      for (const region of own) regions.add(region)
    }
    if (served.size === 0) return
    for (const cloud of clouds.flatMap((file) => file.clouds)) {
      const region = cloud.settings.get('region_name')
      const url = cloud.auth.get('auth_url')?.text
      const host = url !== undefined && URL.canParse(url) ? new URL(url).hostname : undefined
      const fact = host === undefined ? undefined : served.get(host)
      // without an explicit region, the default of the release applies, which is unknown here
      if (!region?.text || !fact || fact.environment.regions.size === 0 || regions.has(region.text)) continue
      const [known] = fact.environment.regions
      report(
        { file: region.file, range: region.node.range },
        `The cloud "${cloud.name}" selects the region "${region.text}", but its Keystone (${placeIn(fact)}) serves "${known}".`,
        `Use ${known}.`,
      )
    }
  },
})
