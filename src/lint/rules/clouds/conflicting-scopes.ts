import { defineRule } from '../../engine/rule.js'
import { authSetting, authTypeOf, type Clouds } from '../../readers/clouds/cloud.js'
import { CLOUDS } from '../../readers/clouds/subjects.js'

export default defineRule<Clouds>({
  id: 'clouds/conflicting-scopes',
  severity: 'error',
  summary: 'a login requests a project together with a trust or the system',
  help: 'A token has one scope: a project, a domain, a trust or the system. keystoneauth refuses a trust together with a project. With system_scope and a project, older releases of keystoneauth use the project and ignore the system, and newer ones refuse the login; this case is a warning.',
  example: {
    bad: CLOUDS.replace('username: operator', 'username: operator\n      trust_id: 5b1e'),
    good: CLOUDS,
  },
  check({ clouds }, report) {
    for (const cloud of clouds) {
      const project = authSetting(cloud, 'project_id', 'project_name', 'tenant_id', 'tenant_name')
      if (!project || authTypeOf(cloud) === 'v3applicationcredential') continue
      const trust = authSetting(cloud, 'trust_id')
      if (trust) {
        report(
          { file: trust.file, range: trust.keyRange },
          `The cloud "${cloud.name}" has a trust and ${project.key}, so the login is refused.`,
          `Remove either ${trust.key} or the project.`,
        )
      }
      const system = authSetting(cloud, 'system_scope')
      if (!system) continue
      report(
        { file: system.file, range: system.keyRange },
        `The cloud "${cloud.name}" has system_scope and ${project.key}, so the scope is ignored or the login is refused.`,
        `Remove either ${system.key} or the project.`,
        'warning',
      )
    }
  },
})
