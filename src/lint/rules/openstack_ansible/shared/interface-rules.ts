import { asScalar, childOf } from '../../../../yaml/tree.js'
import type { Problem, Rule } from '../../../engine/rule.js'
import { isBound } from './cluster-rules.js'
import type { Deployment } from '../../../readers/openstack_ansible/deployment.js'
import { EXAMPLE, WITH_VLAN } from './example.js'
import { inventoryOf } from '../../../readers/openstack_ansible/inventory.js'
import { isUnknown, type Placed } from '../../../readers/openstack_ansible/placed.js'
import { bindsOf, nameOf, option, type ProviderNetwork, textOf } from '../../../readers/openstack_ansible/provider-network.js'

/** The largest segment that each type has. */
const LARGEST: Readonly<Record<string, number>> = { vlan: 4094, vxlan: 16_777_215, geneve: 16_777_215 }

export const invalidRange: Rule<Deployment> = {
  id: 'openstack_ansible/invalid-range',
  severity: 'error',
  summary: 'the range of a provider network is none that Neutron takes',
  help: 'A range is "first:last", and several stand behind each other with commas: "101:200,301:400". VLANs go from 1 to 4094, the segments of vxlan and geneve from 1 to 16777215. Neutron does not start with anything else. Write it in quotes: YAML takes 1:30 for the number 90.',
  example: { bad: WITH_VLAN.replace('"101:200"', '"101:4095"'), good: WITH_VLAN },
  *check({ providerNetworks }) {
    for (const network of providerNetworks ?? []) {
      const type = textOf(network, 'type') ?? ''
      const range = option(network, 'range')
      const largest = Object.hasOwn(LARGEST, type) ? LARGEST[type] : undefined
      if (!range || largest === undefined || isUnknown(range.node)) continue
      yield* problemsOf(range, type, largest)
    }
  },
}

function* problemsOf(range: Placed, type: string, largest: number): Iterable<Problem> {
  const { file, range: place, text = '' } = range
  if (typeof asScalar(range.node)?.value !== 'string') {
    const message = `The range ${text || 'here'} is no text for YAML${text ? ', but a number' : ''}.`
    yield { file, range: place, message, help: 'Write it in quotes, as "first:last".' }
    return
  }
  const taken: [number, number][] = []
  for (const part of text.split(',').map((each) => each.trim())) {
    const [, first, last] = /^(\d{1,9}):(\d{1,9})$/.exec(part) ?? []
    const [from, to] = [Number(first), Number(last)]
    const isRange = first !== undefined && from >= 1 && from <= to && to <= largest
    const before = isRange ? taken.find(([low, high]) => low <= to && from <= high) : undefined
    if (!isRange) {
      yield {
        file,
        range: place,
        message: whyNoRange(part, type, largest, first === undefined, from > to),
        help: `Write "first:last" with numbers from 1 to ${largest}.`,
      }
    } else if (before) {
      yield {
        file,
        range: place,
        message: `The ranges ${before.join(':')} and ${part} overlap.`,
        help: 'Write each segment once.',
        severity: 'warning',
      }
    }
    if (isRange) taken.push([from, to])
  }
}

function whyNoRange(
  part: string,
  type: string,
  largest: number,
  isNone: boolean,
  isReversed: boolean,
): string {
  if (isNone) return `"${part}" is no range of ${type} segments.`
  return isReversed
    ? `The range "${part}" ends before it starts.`
    : `The range "${part}" goes beyond 1 to ${largest}.`
}

export const duplicateInterface: Rule<Deployment> = {
  id: 'openstack_ansible/duplicate-interface',
  severity: 'error',
  summary: 'two provider networks are the same interface of a container',
  help: 'container_interface is the name that a provider network has inside the containers. When two networks with the same one reach the same container, it cannot start, or gets only one of them. Give each network an interface of its own.',
  example: {
    bad: EXAMPLE.replace('shared_infra_hosts', `${storageNetwork('eth1')}shared_infra_hosts`).replace(
      'used_ips',
      '  storage: 172.29.244.0/22\nused_ips',
    ),
    good: EXAMPLE.replace('shared_infra_hosts', `${storageNetwork('eth2')}shared_infra_hosts`).replace(
      'used_ips',
      '  storage: 172.29.244.0/22\nused_ips',
    ),
  },
  *check(deployment) {
    const seen = new Map<string, ProviderNetwork[]>()
    for (const network of deployment.providerNetworks ?? []) {
      const at = option(network, 'container_interface')
      if (at?.text === undefined || isUnknown(at.node) || option(network, 'reference_group')) continue
      const others = seen.get(at.text) ?? []
      seen.set(at.text, [...others, network])
      const container = others.flatMap((other) => commonContainer(deployment, other, network) ?? [])[0]
      if (!container) continue
      yield {
        file: at.file,
        range: at.range,
        message: `The interface "${at.text}" is two networks in ${container}.`,
        help: 'Give the network another container_interface.',
      }
    }
  },
}

function storageNetwork(name: string): string {
  return `    - network:
        container_bridge: br-storage
        container_type: veth
        container_interface: ${name}
        ip_from_q: storage
        type: raw
        group_binds: [galera_container]
`
}

/** A container that both networks surely reach, under different names. */
function commonContainer(deployment: Deployment, a: ProviderNetwork, b: ProviderNetwork): string | undefined {
  if (keyOf(a) === keyOf(b)) return undefined
  const [ofA, ofB] = [a, b].map((network) => new Set(bindsOf(network).map(({ group }) => group)))
  if (!ofA || !ofB) return undefined
  const common = inventoryOf(deployment).placements.find(
    (placement) =>
      !placement.metal && placement.count > 0 && isBound(placement, ofA) && isBound(placement, ofB),
  )
  return common && `the ${common.container} of "${common.host.name}"`
}

/** What the generator tells the networks of one container apart by. */
function keyOf(network: ProviderNetwork): string | undefined {
  return (
    textOf(network, 'address_prefix') ??
    textOf(network, 'ip_from_q') ??
    textOf(network, 'container_interface')
  )
}

export const sharedBridge: Rule<Deployment> = {
  id: 'openstack_ansible/shared-bridge',
  severity: 'warning',
  summary: 'two provider networks of one type share a bridge',
  help: 'A vlan and a flat network may share a bridge, since one has tags and the other none. Two of the same type may not: Neutron maps each physical network to a bridge of its own, and the Open vSwitch agent does not start when two are mapped to the same one. Give each a bridge, or put the ranges of both behind one net_name.',
  example: {
    bad: WITH_VLAN.replace('shared_infra_hosts', `${vlanNetwork('br-vlan')}shared_infra_hosts`),
    good: WITH_VLAN.replace('shared_infra_hosts', `${vlanNetwork('br-vlan2')}shared_infra_hosts`),
  },
  *check({ providerNetworks }) {
    const seen = new Map<string, [name: string, binds: Set<string>][]>()
    for (const network of providerNetworks ?? []) {
      const type = textOf(network, 'type') ?? ''
      const name = textOf(network, 'net_name')
      const at = option(network, 'host_bind_override') ?? option(network, 'container_bridge')
      if (!['vlan', 'flat'].includes(type) || !name || at?.text === undefined || isUnknown(at.node)) continue
      const place = [type, at.text, textOf(network, 'reference_group') ?? ''].join('\n')
      const binds = new Set(bindsOf(network).map(({ group }) => group))
      const others = seen.get(place) ?? []
      seen.set(place, [...others, [name, binds]])
      const other = others.find(
        ([otherName, otherBinds]) => otherName !== name && [...binds].some((bind) => otherBinds.has(bind)),
      )
      if (!other) continue
      yield {
        file: at.file,
        range: at.range,
        message: `${nameOf(network)} of type ${type} shares "${at.text}" with "${other[0]}".`,
        help: 'Give it a bridge of its own, or one net_name for both.',
      }
    }
  },
}

function vlanNetwork(bridge: string): string {
  return `    - network:
        container_bridge: ${bridge}
        container_type: veth
        container_interface: eth12
        type: vlan
        net_name: physnet2
        range: "201:300"
        group_binds: [neutron_ovn_controller]
`
}

/** A boolean that is written as text is true for the generator, whatever the text says. */
export const quotedBoolean: Rule<Deployment> = {
  id: 'openstack_ansible/quoted-boolean',
  severity: 'error',
  summary: 'a switch is off, but in quotes',
  help: 'The inventory generator takes any text for true, also "false": no_containers: "false" puts everything on metal, and is_management_address: "false" does not count as false. Write switches without quotes.',
  example: {
    bad: EXAMPLE.replace('  management_bridge', '  no_containers: "false"\n  management_bridge'),
    good: EXAMPLE.replace('  management_bridge', '  no_containers: false\n  management_bridge'),
  },
  *check({ overrides, providerNetworks, groups }) {
    const global = overrides.get('no_containers')
    const values = [
      ...(global ? [{ file: global.file, node: global.entry.value }] : []),
      ...(providerNetworks ?? []).map(({ file, node }) => ({
        file,
        node: childOf(node, 'is_management_address'),
      })),
      ...groups.flatMap(({ hosts }) =>
        hosts.map(({ file, value }) => ({ file, node: childOf(value, 'no_containers') })),
      ),
    ]
    const said = new Set<unknown>()
    for (const { file, node } of values) {
      const value = asScalar(node)?.value
      if (!node || said.has(node) || typeof value !== 'string' || !/^(false|no|off)$/i.test(value)) continue
      said.add(node)
      yield {
        file,
        range: node.range,
        message: `"${value}" in quotes is true for the inventory generator.`,
        help: 'Write false without quotes.',
      }
    }
  },
}
