import { nearest } from '../../../../platform/nearest.js'
import { asSequence, childOf } from '../../../../yaml/tree.js'
import type { Problem, Rule } from '../../../engine/rule.js'
import type { Deployment } from '../../../readers/openstack_ansible/deployment.js'
import { WITH_VLAN } from './example.js'
import { REPLACEMENTS } from '../../../readers/openstack_ansible/groups.js'
import { goneFrom, misspelled, orSayRelease } from '../../../readers/openstack_ansible/names.js'
import { isUnknown } from '../../../readers/openstack_ansible/placed.js'
import { bindsOf, option, type ProviderNetwork } from '../../../readers/openstack_ansible/provider-network.js'

/** All names that a provider network may be bound to. */
function bindable({ known, environment, groups }: Deployment): ReadonlySet<string> {
  const names = new Set([...known.binds, ...environment.names, 'hosts', 'localhost', 'all'])
  for (const name of [...names])
    if (name.endsWith('_containers')) names.add(name.replace(/_containers$/, '_all'))
  for (const { name, hosts } of groups) {
    names.add(name)
    for (const host of hosts) names.add(`${host.name}_host_containers`.replaceAll('-', '_'))
  }
  return names
}

export const unknownBind: Rule<Deployment> = {
  id: 'openstack_ansible/unknown-bind',
  severity: 'error',
  summary: 'a provider network is bound to a group that does not exist',
  help: 'group_binds lists the groups of the inventory whose members get the network: components such as nova_compute, kinds of containers, or all_containers and hosts. A group that does not exist has no members, and the inventory generator does not say so. It is an error when the name looks misspelled, and a warning otherwise.',
  example: {
    bad: WITH_VLAN.replace('neutron_ovn_controller', 'neutron_ovn_controler'),
    good: WITH_VLAN,
  },
  *check(deployment) {
    const names = bindable(deployment)
    const nearby = () => [...names, ...deployment.known.namesElsewhere('binds')]
    for (const network of deployment.providerNetworks ?? []) {
      yield* bindsNoList(network)
      for (const { group, text = '', file, range } of bindsOf(network)) {
        if (names.has(group) || deployment.known.elsewhere('binds', group)) continue
        const meant = misspelled(group, [...names])
        const near = meant ?? nearest(group, nearby())
        yield {
          file,
          range,
          message: `There is no group "${text}": nothing gets the network by it.`,
          help: near ? `Did you mean "${near}"?` : 'Name a group of the inventory, or define it in env.d.',
          ...(meant ? {} : { severity: 'warning' as const }),
        }
      }
    }
  },
}

function* bindsNoList({ file, node }: ProviderNetwork): Iterable<Problem> {
  const binds = childOf(node, 'group_binds')
  if (
    !binds ||
    asSequence(binds) ||
    isUnknown(binds) ||
    option({ file, node, keyRange: node.range }, 'group_binds') === undefined
  )
    return
  yield {
    file,
    range: binds.range,
    message: 'group_binds is no list: the network is bound to nothing.',
    help: 'Write the groups as a list, for example  group_binds: [nova_compute].',
  }
}

export const removedBind: Rule<Deployment> = {
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
}
