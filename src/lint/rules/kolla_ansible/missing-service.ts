import { defineRule } from '../../engine/rule.js'
import type { Deployment } from '../../readers/kolla_ansible/deployment.js'
import { NEEDS } from '../../readers/kolla_ansible/needs.js'
import { atValue, ownSetting } from '../../readers/kolla_ansible/problem.js'
import { EXAMPLE } from './shared/example.js'

export default defineRule<Deployment>({
  id: 'kolla_ansible/missing-service',
  severity: 'error',
  summary: 'a service is enabled without another one that it needs',
  help: "Some services cannot work without others: Octavia's job board keeps its jobs in Valkey, Ceilometer has to publish its samples somewhere, Nova asks Placement where to put a server. kolla-ansible checks a few of these before it deploys, and finds out about the others in the middle. A service that is added for another one also needs hosts in its inventory groups, a database and a queue, and its endpoint on the load balancer.",
  example: {
    bad: `${EXAMPLE}enable_ceilometer: true\nenable_gnocchi: false\n`,
    good: `${EXAMPLE}enable_ceilometer: true\nenable_gnocchi: true\n`,
  },
  *check(deployment) {
    const { values, facts } = deployment
    if (!facts) return
    for (const need of NEEDS) {
      const { on, off } = need
      if (!on.every((name) => values.bool(name) === true)) continue
      // a switch that the release does not have is no way out
      const known = off.filter((name) => Object.hasOwn(facts.variables, name))
      if (known.length === 0 || !known.every((name) => values.bool(name) === false)) continue
      if (need.isUnset === false && !deployment.settings.has(off[0] ?? '')) continue
      const setting = ownSetting(deployment, ...on, ...off)
      if (setting) yield atValue(setting, need.message, need.help, need.severity)
    }
  },
})
