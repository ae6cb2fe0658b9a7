import { defineRule } from '../../engine/rule.js'
import type { KollaCloud } from '../../readers/kolla_ansible/kolla-cloud.js'
import { EXAMPLE } from './shared/example.js'

export default defineRule<KollaCloud>({
  id: 'kolla_ansible/network-type-without-driver',
  severity: 'error',
  summary: 'a type of project networks has no driver',
  help: 'Neutron can create networks only of the types in neutron_type_drivers. `kolla-ansible prechecks` fails when neutron_tenant_network_types contains any other type.',
  example: {
    bad: `${EXAMPLE}neutron_type_drivers: flat,vlan\nneutron_tenant_network_types: vxlan\n`,
    good: `${EXAMPLE}neutron_type_drivers: flat,vlan,vxlan\nneutron_tenant_network_types: vxlan\n`,
  },
  check({ values, ownSetting }, report) {
    const setting = ownSetting('neutron_tenant_network_types', 'neutron_type_drivers')
    const drivers = values.list('neutron_type_drivers')
    const missing =
      drivers && values.list('neutron_tenant_network_types')?.find((type) => !drivers.includes(type))
    if (!setting || missing === undefined) return
    report(
      setting,
      `The type "${missing}" of project networks is not among the type drivers (${drivers?.join(', ')}).`,
      `Add "${missing}" to neutron_type_drivers, or remove it from neutron_tenant_network_types.`,
    )
  },
})
