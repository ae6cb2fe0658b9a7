import { defineRule, type Problem } from '../../engine/rule.js'
import { authSetting, authTypeOf, type Cloud, type Clouds, type Setting } from '../../readers/clouds/cloud.js'
import { CLOUDS } from './shared/example.js'

export default defineRule<Clouds>({
  id: 'clouds/several-scopes',
  severity: 'error',
  summary: 'a login asks for a project and for a trust or the system',
  help: 'A token is for one project, one domain, one trust or the system. keystoneauth refuses a trust beside a project. Beside system_scope its older releases take the project and never ask for the system, and the newer ones refuse that, too; it is a warning.',
  example: {
    bad: CLOUDS.replace('username: operator', 'username: operator\n      trust_id: 5b1e'),
    good: CLOUDS,
  },
  *check({ clouds }) {
    for (const cloud of clouds) {
      const project = authSetting(cloud, 'project_id', 'project_name', 'tenant_id', 'tenant_name')
      if (!project || authTypeOf(cloud) === 'v3applicationcredential') continue
      const trust = authSetting(cloud, 'trust_id')
      if (trust) yield scopes(cloud, trust, `has a trust and ${project.key}: the login is refused`)
      const system = authSetting(cloud, 'system_scope')
      if (!system) continue
      const problem = scopes(
        cloud,
        system,
        `has system_scope and ${project.key}, which is ignored or refused`,
      )
      yield { ...problem, severity: 'warning' }
    }
  },
})

function scopes({ name }: Cloud, { file, keyRange, key }: Setting, why: string): Problem {
  return {
    file,
    range: keyRange,
    message: `The cloud "${name}" ${why}.`,
    help: `Remove the one or the other: ${key} or the project.`,
  }
}
