import { defineRule } from '../../engine/rule.js'
import type { Deployment } from '../../readers/openstack_ansible/deployment.js'
import { REPLACEMENTS } from '../../readers/openstack_ansible/groups.js'
import { goneFrom, orSayRelease } from '../../readers/openstack_ansible/names.js'
import { bindsOf } from '../../readers/openstack_ansible/provider-network.js'
import { bindable } from './shared/bind-rules.js'
import { WITH_VLAN } from './shared/example.js'

export default defineRule<Deployment>({
  id: 'openstack_ansible/removed-bind',
  severity: 'warning',
  summary: 'a provider network is bound to what this release does not have',
  help: 'Agents come and go with the releases: a provider network that is bound to one which is not there any more (neutron_linuxbridge_agent above all) reaches nothing, and the inventory generator does not say so. It is an error once the release is known (openstack_release in changeover.yml). When the network is bound to other groups too, the name is only left over.',
  example: {
    bad: WITH_VLAN.replace('neutron_ovn_controller', 'neutron_linuxbridge_agent'),
    good: WITH_VLAN,
  },
  *check(deployment) {
    const names = bindable(deployment)
    for (const network of deployment.providerNetworks ?? []) {
      const binds = bindsOf(network)
      const isLeftover = binds.some(({ group }) => names.has(group))
      for (const { group, text = '', file, range } of binds) {
        const span = names.has(group) ? undefined : deployment.known.elsewhere('binds', group)
        if (!span) continue
        const next = Object.hasOwn(REPLACEMENTS, group) ? REPLACEMENTS[group] : undefined
        yield {
          file,
          range,
          ...goneFrom(deployment.known, `"${text}"`, span),
          ...(isLeftover ? { severity: 'notice' as const } : {}),
          help: orSayRelease(next ? `Bind the network to ${next}.` : 'Remove it.', deployment.known),
        }
      }
    }
  },
})
