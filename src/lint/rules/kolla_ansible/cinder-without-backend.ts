import { defineRule } from '../../engine/rule.js'
import type { KollaFacts } from '../../facts/kolla_ansible.js'
import type { Deployment } from '../../readers/kolla_ansible/deployment.js'
import { atValue, ownSetting } from '../../readers/kolla_ansible/problem.js'
import { EXAMPLE } from './shared/example.js'

const BACKEND = /^(?:enable_cinder_backend_\w+|cinder_backend_\w+)$/

/** Found once for all deployments of a release. */
const switches = new WeakMap<KollaFacts, string[]>()

export default defineRule<Deployment>({
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
})

function backendSwitches(facts: KollaFacts): string[] {
  const known = switches.get(facts)
  if (known) return known
  const names = Object.keys(facts.variables).filter((name) => BACKEND.test(name) && !name.endsWith('_name'))
  switches.set(facts, names)
  return names
}
