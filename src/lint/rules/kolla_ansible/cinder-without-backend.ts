import { oncePer } from '../../engine/declared.js'
import { defineRule } from '../../engine/rule.js'
import type { KollaFacts } from '../../facts/kolla_ansible.js'
import type { KollaCloud } from '../../readers/kolla_ansible/kolla-cloud.js'
import { EXAMPLE } from './shared/example.js'

/** The switches of Cinder's backends in a release. */
const backendSwitches = oncePer((facts: KollaFacts) =>
  Object.keys(facts.variables).filter(
    (name) => /^(?:enable_cinder_backend_\w+|cinder_backend_\w+)$/.test(name) && !name.endsWith('_name'),
  ),
)

export default defineRule<KollaCloud>({
  id: 'kolla_ansible/cinder-without-backend',
  severity: 'error',
  summary: 'Cinder is enabled without a backend',
  help: 'enable_cinder deploys the API and the scheduler, but volumes need a backend such as cinder_backend_ceph, enable_cinder_backend_lvm or enable_cinder_backend_nfs. Without one, `kolla-ansible prechecks` fails. If an override of cinder.conf configures the backend, set skip_cinder_backend_check.',
  example: { bad: EXAMPLE.replace('enable_cinder_backend_lvm: true\n', ''), good: EXAMPLE },
  check({ values, facts, ownSetting }, report) {
    const setting = ownSetting('enable_cinder')
    if (!setting || !facts || values.bool('enable_cinder') !== true) return
    if (values.bool('skip_cinder_backend_check') !== false) return
    const backends = backendSwitches(facts).filter((name) => typeof values.of(name) !== 'object')
    if (backends.length === 0 || !backends.every((name) => values.bool(name) === false)) return
    report(
      setting,
      'Cinder is enabled, but none of its backends is.',
      'Enable a backend, for example cinder_backend_ceph or enable_cinder_backend_lvm.',
    )
  },
})
