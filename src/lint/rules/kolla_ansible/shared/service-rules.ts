import type { Rule } from '../../../engine/rule.js'
import type { Deployment } from '../../../readers/kolla_ansible/deployment.js'
import { EXAMPLE } from './example.js'
import type { KollaFacts } from '../../../facts/kolla_ansible.js'
import { NEEDS } from '../../../readers/kolla_ansible/needs.js'
import { atValue, ownSetting } from '../../../readers/kolla_ansible/problem.js'

const BACKEND = /^(?:enable_cinder_backend_\w+|cinder_backend_\w+)$/

export const cinderBackend: Rule<Deployment> = {
  id: 'kolla_ansible/cinder-without-backend',
  severity: 'error',
  summary: 'Cinder is enabled without a place to put volumes',
  help: 'enable_cinder brings the API and the scheduler; where volumes live says one of the backends, such as cinder_backend_ceph, enable_cinder_backend_lvm or enable_cinder_backend_nfs. Without any, `kolla-ansible prechecks` fails. A backend that is configured by hand, in an override of cinder.conf, needs skip_cinder_backend_check.',
  example: {
    bad: EXAMPLE.replace('enable_cinder_backend_lvm: true\n', ''),
    good: EXAMPLE,
  },
  *check(deployment) {
    const { values, facts } = deployment
    const setting = ownSetting(deployment, 'enable_cinder')
    if (!setting || !facts || values.bool('enable_cinder') !== true) return
    if (values.bool('skip_cinder_backend_check') !== false) return
    const backends = backendSwitches(facts).filter((name) => typeof values.of(name) !== 'object')
    if (backends.length === 0 || !backends.every((name) => values.bool(name) === false)) return
    yield atValue(
      setting,
      'Cinder is enabled, and none of its backends is.',
      'Enable one, for example cinder_backend_ceph or enable_cinder_backend_lvm.',
    )
  },
}

/** Found once for all deployments of a release. */
const switches = new WeakMap<KollaFacts, string[]>()

function backendSwitches(facts: KollaFacts): string[] {
  const known = switches.get(facts)
  if (known) return known
  const names = Object.keys(facts.variables).filter((name) => BACKEND.test(name) && !name.endsWith('_name'))
  switches.set(facts, names)
  return names
}

export const missingService: Rule<Deployment> = {
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
}
