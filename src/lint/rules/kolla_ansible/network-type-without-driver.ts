import { defineRule } from '../../engine/rule.js'
import type { Deployment } from '../../readers/kolla_ansible/deployment.js'
import { atValue, ownSetting } from '../../readers/kolla_ansible/problem.js'
import { EXAMPLE } from './shared/example.js'
import { listOf } from './shared/network-rules.js'

export default defineRule<Deployment>({
  id: 'kolla_ansible/network-type-without-driver',
  severity: 'error',
  summary: 'a type of project networks has no driver',
  help: 'Every type in neutron_tenant_network_types has to be among neutron_type_drivers: Neutron cannot make a network of a type that it has no driver for, and `kolla-ansible prechecks` fails.',
  example: {
    bad: `${EXAMPLE}neutron_type_drivers: flat,vlan\nneutron_tenant_network_types: vxlan\n`,
    good: `${EXAMPLE}neutron_type_drivers: flat,vlan,vxlan\nneutron_tenant_network_types: vxlan\n`,
  },
  *check(deployment) {
    const { values } = deployment
    const setting = ownSetting(deployment, 'neutron_tenant_network_types', 'neutron_type_drivers')
    const types = listOf(values.text('neutron_tenant_network_types'))
    const drivers = listOf(values.text('neutron_type_drivers'))
    const missing = drivers && types?.find((type) => !drivers.includes(type))
    if (!setting || missing === undefined) return
    yield atValue(
      setting,
      `The type "${missing}" of project networks is not among the type drivers (${drivers?.join(', ')}).`,
      `Add "${missing}" to neutron_type_drivers, or take it out of neutron_tenant_network_types.`,
    )
  },
})
