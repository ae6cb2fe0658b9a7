import { nearest } from '../../../../platform/nearest.js'
import { asMapping, asScalar, asSequence, childOf, entriesOf, type YamlNode } from '../../../../yaml/tree.js'
import type { Problem, Rule } from '../../../engine/rule.js'
import type { Deployment } from '../../../readers/openstack_ansible/deployment.js'
import { EXAMPLE, WITH_VLAN } from './example.js'
import { misspelledKey } from '../../../readers/openstack_ansible/names.js'
import { isNothing, isUnknown } from '../../../readers/openstack_ansible/placed.js'
import { isManagement, nameOf, option, optionsOf, type ProviderNetwork } from '../../../readers/openstack_ansible/provider-network.js'

const FILE_START = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } }

export const missingProviderNetworks: Rule<Deployment> = {
  id: 'openstack_ansible/missing-provider-networks',
  severity: 'error',
  summary: 'there are no provider_networks',
  help: 'global_overrides holds the provider_networks that containers are attached to. The inventory generator stops without them unless no_containers is true.',
  example: {
    bad: EXAMPLE.replace(/ {2}provider_networks:[\s\S]*?(?=shared_infra)/, ''),
    good: EXAMPLE.replace(/ {2}provider_networks:[\s\S]*?(?=shared_infra)/, '  no_containers: true\n'),
  },
  *check({ path, isWhole, isTemplated, overrides, overridesAt, noContainers }) {
    if (!isWhole || noContainers || isTemplated || isUnknown(overridesAt?.value)) return
    const found = overrides.get('provider_networks')
    if (found && isListOfNetworks(found.entry.value)) return
    const isNoList = found !== undefined && !isNothing(found.entry.value)
    yield {
      file: found?.file ?? overridesAt?.file ?? path,
      range: found?.entry.keyRange ?? overridesAt?.range ?? FILE_START,
      message: isNoList
        ? 'provider_networks is no list of networks.'
        : 'There are no provider_networks in global_overrides.',
      help: 'List the networks under provider_networks, each as  - network: {…}.',
    }
  },
}

/** A list, or something empty: with networks of one's own for Neutron and no containers, people write "". */
function isListOfNetworks(node: YamlNode): boolean {
  const mapping = asMapping(node)
  const isEmpty = asScalar(node)?.value === '' || (mapping !== undefined && entriesOf(mapping).length === 0)
  return asSequence(node) !== undefined || isUnknown(node) || isEmpty
}

export const managementFlag: Rule<Deployment> = {
  id: 'openstack_ansible/management-flag',
  severity: 'error',
  summary: 'the management network does not say that it is one',
  help: 'A provider network on the management_bridge must have is_management_address: true (is_container_address in older releases), since Ansible reaches containers by it; the inventory generator stops otherwise.',
  example: { bad: EXAMPLE.replace(/ *is_management_address.*\n/, ''), good: EXAMPLE },
  *check({ overrides, noContainers, providerNetworks, isWhole }) {
    const bridge = overrides.get('management_bridge')?.entry.value
    if (noContainers || !isWhole || isUnknown(bridge)) return
    const management = isNothing(bridge) ? undefined : asScalar(bridge)?.text
    for (const network of providerNetworks ?? []) {
      const own = option(network, 'container_bridge')
      if (own?.text !== management || isManagement(network) !== false) continue
      yield {
        file: network.file,
        range: own?.range ?? network.keyRange,
        message: own
          ? `The provider network on the management bridge "${own.text}" has no is_management_address: true.`
          : 'A provider network without container_bridge counts as the one on the management bridge when there is no management_bridge.',
        help: own ? 'Add is_management_address: true.' : 'Add management_bridge to global_overrides.',
      }
    }
  },
}

/** What openstack-ansible reads of a network before it hands it to Neutron. */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  flat: ['net_name', 'group_binds'],
  vlan: ['net_name', 'group_binds'],
  vxlan: ['range'],
  geneve: ['range'],
}

const TYPES = ['raw', ...Object.keys(NEEDED)]

export const incompleteNetwork: Rule<Deployment> = {
  id: 'openstack_ansible/incomplete-network',
  severity: 'error',
  summary: 'a provider network lacks an option that its type needs',
  help: 'Every provider network has a type: raw for one that Neutron does not use, otherwise flat, vlan, vxlan or geneve. flat and vlan need net_name and group_binds, vxlan and geneve need range. Without one of them the deployment of Neutron ends in a KeyError.',
  example: { bad: WITH_VLAN.replace(/ *net_name.*\n/, ''), good: WITH_VLAN },
  *check({ providerNetworks }) {
    const tunnels = new Set<string>()
    for (const network of providerNetworks ?? []) {
      const type = option(network, 'type')
      if (!type) {
        yield missing(network, 'type', 'Add  type: raw,  or the type that Neutron uses it as.')
        continue
      }
      if (isUnknown(type.node) || type.text === undefined) continue
      if (!TYPES.includes(type.text)) {
        const near = nearest(type.text, TYPES)
        yield {
          file: type.file,
          range: type.range,
          message: `There is no type "${type.text}" of provider networks.`,
          help: near ? `Did you mean "${near}"?` : `The types are: ${TYPES.join(', ')}.`,
        }
      }
      // of the tunnels of one type only the first is read
      if (tunnels.has(type.text)) continue
      if (['vxlan', 'geneve'].includes(type.text)) tunnels.add(type.text)
      for (const key of Object.hasOwn(NEEDED, type.text) ? (NEEDED[type.text] ?? []) : []) {
        if (!option(network, key))
          yield missing(network, key, `Add ${key}, which the type ${type.text} needs.`)
      }
    }
  },
}

function missing(network: ProviderNetwork, key: string, help: string): Problem {
  const { file, keyRange } = network
  return { file, range: keyRange, message: `${nameOf(network)} has no ${key}.`, help }
}

export const incompleteRoute: Rule<Deployment> = {
  id: 'openstack_ansible/incomplete-route',
  severity: 'error',
  summary: 'a static route has no cidr or no gateway',
  help: 'Each entry of static_routes says which network (cidr) is reached over which gateway; the inventory generator stops when one of them is missing.',
  example: {
    bad: EXAMPLE.replace('type: raw', 'type: raw\n        static_routes: [{ cidr: 10.0.0.0/8 }]'),
    good: EXAMPLE.replace(
      'type: raw',
      'type: raw\n        static_routes: [{ cidr: 10.0.0.0/8, gateway: 172.29.236.1 }]',
    ),
  },
  *check({ providerNetworks }) {
    for (const { file, node } of providerNetworks ?? []) {
      for (const route of asSequence(childOf(node, 'static_routes'))?.items ?? []) {
        if (isUnknown(route)) continue
        const lacking = ['cidr', 'gateway'].filter((key) => isNothing(childOf(asMapping(route), key)))
        if (lacking.length === 0) continue
        yield {
          file,
          range: route.range,
          message: `This static route has no ${lacking.join(' and no ')}.`,
          help: 'Give both cidr and gateway, or remove the route.',
        }
      }
    }
  },
}

const OPTIONS = [
  ...[
    'type',
    'net_name',
    'range',
    'group_binds',
    'reference_group',
    'static_routes',
    'gateway',
    'address_prefix',
  ],
  ...['ip_from_q', 'is_management_address', 'is_container_address', 'is_ssh_address', 'host_bind_override'],
  ...['container_bridge', 'container_bridge_type', 'container_interface', 'container_type', 'container_mtu'],
  ...['network_interface', 'network_bond_interfaces', 'bond_mode', 'bond_updelay', 'bond_downdelay', 'lacp'],
  'sriov_host_interfaces',
]

export const unknownOption: Rule<Deployment> = {
  id: 'openstack_ansible/unknown-option',
  severity: 'error',
  summary: 'an option of a provider network is misspelled',
  help: 'openstack-ansible leaves out an option of a provider network that it does not know, without a word, and the network is set up without it.',
  example: {
    bad: WITH_VLAN.replace(
      'container_type: veth\n        container_interface: eth11',
      'container_typ: veth\n        container_interface: eth11',
    ),
    good: WITH_VLAN,
  },
  *check({ providerNetworks, overrides }) {
    for (const network of providerNetworks ?? []) {
      for (const { key, keyRange } of optionsOf(network)) {
        const near = misspelledKey(key, OPTIONS)
        if (near) yield unknown(network.file, keyRange, `A provider network has no option "${key}".`, near)
      }
    }
    const list = overrides.get('provider_networks')
    for (const item of asSequence(list?.entry.value)?.items ?? []) {
      for (const { key, keyRange } of entriesOf(item)) {
        const near = misspelledKey(key, ['network'])
        if (near && list)
          yield unknown(list.file, keyRange, `The entry "${key}" of provider_networks is left out.`, near)
      }
    }
  },
}

function unknown(file: string, range: Problem['range'], message: string, near: string): Problem {
  return { file, range, message, help: `Did you mean "${near}"?` }
}

export const withoutQueue: Rule<Deployment> = {
  id: 'openstack_ansible/management-without-queue',
  severity: 'error',
  summary: 'the management network has no addresses to give',
  help: 'Containers on a provider network with is_management_address get the address by which Ansible reaches them out of the network that ip_from_q names. Without ip_from_q the inventory generator stops with a bare KeyError.',
  example: { bad: EXAMPLE.replace(/ *ip_from_q.*\n/, ''), good: EXAMPLE },
  *check({ networks, providerNetworks, noContainers }) {
    if (networks.size === 0) return
    for (const network of providerNetworks ?? []) {
      if (noContainers || isManagement(network) !== true || option(network, 'ip_from_q')) continue
      yield {
        file: network.file,
        range: network.keyRange,
        message: `${nameOf(network)} carries management addresses and has no ip_from_q.`,
        help: 'Add ip_from_q with the name of its network in cidr_networks.',
      }
    }
  },
}
