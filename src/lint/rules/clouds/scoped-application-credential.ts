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
  id: 'clouds/scoped-application-credential',
  severity: 'error',
  summary: 'an application credential is combined with a project or another scope',
  help: 'An application credential belongs to one project. Keystone refuses a login that also requests a scope: "Application credentials cannot request a scope". Remove the project, the domain and system_scope, which are often left over when a password is replaced by an application credential.',
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
        `The cloud "${cloud.name}" has an application credential and ${scope.key}, so Keystone refuses the login.`,
        `Remove ${scope.key}.`,
      )
    }
  },
})
