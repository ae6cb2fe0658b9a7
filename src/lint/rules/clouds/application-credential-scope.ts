import { defineRule } from '../../engine/rule.js'
import { authSetting, authTypeOf, type Clouds } from '../../readers/clouds/cloud.js'

const APPLICATION_CREDENTIAL = `clouds:
  production:
    auth_type: v3applicationcredential
    auth:
      auth_url: https://keystone.example.com:5000/v3
      application_credential_id: 8d3f1c
    region_name: region-one
`

export default defineRule<Clouds>({
  id: 'clouds/application-credential-scope',
  severity: 'error',
  summary: 'an application credential together with a project',
  help: 'An application credential belongs to one project, and Keystone refuses a login that asks for a scope besides: "Application credentials cannot request a scope". Remove project, domain and system_scope; they often stay behind when a password is replaced.',
  example: {
    bad: APPLICATION_CREDENTIAL.replace('id: 8d3f1c', 'id: 8d3f1c\n      project_id: 5b1e'),
    good: APPLICATION_CREDENTIAL,
  },
  check({ clouds }, report) {
    for (const cloud of clouds) {
      if (authTypeOf(cloud) !== 'v3applicationcredential') continue
      const scope = authSetting(
        cloud,
        'project_id',
        'project_name',
        'tenant_id',
        'tenant_name',
        'system_scope',
        'trust_id',
      )
      if (!scope) continue
      report(
        { file: scope.file, range: scope.keyRange },
        `The cloud "${cloud.name}" has an application credential and ${scope.key}: Keystone refuses the login.`,
        `Remove ${scope.key}.`,
      )
    }
  },
})
