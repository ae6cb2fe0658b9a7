import { defineRule } from '../../engine/rule.js'
import { AUTH_KEYS } from '../../readers/clouds/auth-types.js'
import { authSetting, authTypeOf, type Clouds } from '../../readers/clouds/cloud.js'
import { CLOUDS } from '../../readers/clouds/subjects.js'

export default defineRule<Clouds>({
  id: 'clouds/missing-domain',
  severity: 'warning',
  summary: 'a user or a project has no domain',
  help: 'Names of users and projects are unique only within their domain. Without user_domain_name and project_domain_name (or the ids), Keystone answers "Expecting to find domain in user". The openstack command assumes the domain "default"; Ansible, openstacksdk and Terraform do not.',
  example: { bad: CLOUDS.replace('      user_domain_name: Default\n', ''), good: CLOUDS },
  check({ clouds }, report) {
    for (const cloud of clouds) {
      const type = authTypeOf(cloud)
      if (!AUTH_KEYS.has(type ?? '') || cloud.hasProfile) continue
      for (const [what, names] of [
        ['user', ['username', 'user_name']],
        ['project', ['project_name', 'tenant_name']],
      ] as const) {
        const named = authSetting(cloud, ...names)
        const hasId = authSetting(cloud, `${what}_id`) !== undefined
        const domain = authSetting(cloud, ...domainKeys(what))
        if (!named || named.isSecure || hasId || domain || type === 'v3applicationcredential') continue
        report(
          { file: named.file, range: named.keyRange },
          `The cloud "${cloud.name}" has a ${what} name without a domain.`,
          `Add ${what}_domain_name.`,
        )
      }
    }
  },
})

function domainKeys(what: string): string[] {
  return [
    `${what}_domain_id`,
    `${what}_domain_name`,
    'domain_id',
    'domain_name',
    'default_domain_id',
    'default_domain_name',
    'default_domain',
  ]
}
