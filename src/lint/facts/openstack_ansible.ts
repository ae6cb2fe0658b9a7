import type { RuleContext } from '../engine/rule.js'
import { WordSpeller } from '../engine/speller.js'
import { normalized, OLD_GROUPS } from '../readers/openstack_ansible/groups.js'

/** A release before those with facts. */
export const OLDER = 'older'

/** A kind of container: the groups whose hosts get it, and the components in it. */
export interface ContainerFacts {
  groups: readonly string[]
  contains: readonly string[]
  /** Whether there is no container, because the components run on the host. */
  metal: boolean
}

/** The first and the last release with a name. */
export type Span = readonly [string, string]

/** `data/openstack_ansible/<release>.json`, as script/facts/openstack_ansible.py writes it. All names have `_` for `-`. */
export interface OpenstackAnsibleFacts {
  source: string
  collected: string
  /** Groups that may have hosts. */
  groups: readonly string[]
  /** Those of them that the release only finds under a name with `-`. */
  dashed: readonly string[]
  /** Groups that consist of other groups. */
  parents: readonly string[]
  components: readonly string[]
  containers: Readonly<Record<string, ContainerFacts>>
  /** All names that group_binds may list. */
  binds: readonly string[]
  /** Names that only other releases have. */
  elsewhere: {
    groups: Readonly<Record<string, Span>>
    binds: Readonly<Record<string, Span>>
    variables: Readonly<Record<string, Span>>
  }
  /** Variables with a default. */
  variables: readonly string[]
  /** Those of them that must be mappings. */
  maps: readonly string[]
  /** Other words in the code, including variables without a default. */
  mentioned: readonly string[]
  secrets: readonly string[]
  /** Those of them without a default in any role. */
  required_secrets: readonly string[]
}

/** The facts of one OpenStack release, indexed. */
export interface Known {
  release: string
  /** Whether neither the manifest nor a flag names the release. */
  isAssumed: boolean
  groups: ReadonlySet<string>
  parents: ReadonlySet<string>
  /** A group as the release spells it: before 2026.1, some have a `-` and are not found with `_`. */
  spelled(group: string): string
  components: ReadonlySet<string>
  containers: ReadonlyMap<string, ContainerFacts>
  binds: ReadonlySet<string>
  variables: ReadonlySet<string>
  /** Finds typos of variables. */
  variableSpeller: WordSpeller
  maps: ReadonlySet<string>
  secrets: ReadonlySet<string>
  requiredSecrets: readonly string[]
  /** Whether openstack-ansible may read a variable with this name. */
  reads(name: string): boolean
  /** All names of this kind that only other releases have. */
  namesElsewhere(what: 'groups' | 'binds'): Iterable<string>
  /** The releases with a group, a bind or a variable that this release lacks. */
  elsewhere(what: 'groups' | 'binds' | 'variables', name: string): Span | undefined
}

const indexed = new WeakMap<OpenstackAnsibleFacts, Omit<Known, 'release' | 'isAssumed'>>()

export function knownTo({ facts }: RuleContext): Known {
  const part = facts.part<OpenstackAnsibleFacts>('openstack_ansible')
  const index = indexed.get(part) ?? indexOf(part)
  indexed.set(part, index)
  return { release: facts.release, isAssumed: facts.isAssumed, ...index }
}

function indexOf(facts: OpenstackAnsibleFacts): Omit<Known, 'release' | 'isAssumed'> {
  const spelling = new Map(facts.dashed.map((name) => [normalized(name), name]))
  const words = new Set([...facts.variables, ...facts.mentioned, ...facts.secrets])
  const elsewhere = {
    groups: new Map(Object.entries(facts.elsewhere.groups)),
    binds: new Map(Object.entries(facts.elsewhere.binds)),
    variables: new Map(Object.entries(facts.elsewhere.variables)),
  }
  return {
    groups: new Set(facts.groups),
    parents: new Set(facts.parents),
    spelled: (group) => spelling.get(group) ?? group,
    components: new Set(facts.components),
    containers: new Map(Object.entries(facts.containers)),
    binds: new Set(facts.binds),
    variables: new Set([...facts.variables, ...facts.secrets]),
    variableSpeller: new WordSpeller([...facts.variables, ...facts.secrets, ...undefaulted(facts)]),
    maps: new Set(facts.maps),
    secrets: new Set(facts.secrets),
    requiredSecrets: facts.required_secrets,
    reads: (name) => words.has(name),
    namesElsewhere: (what) => elsewhere[what].keys(),
    elsewhere(what, name) {
      if (what === 'groups' && OLD_GROUPS.has(name)) return [OLDER, OLDER]
      return elsewhere[what].get(name)
    },
  }
}

/** The words in the code that look like variables of a role: they start with the role's name, and have several parts. */
function undefaulted({ variables, mentioned }: OpenstackAnsibleFacts): string[] {
  const roles = new Set(variables.map((name) => name.slice(0, name.indexOf('_'))))
  return mentioned.filter((name) => name.split('_').length > 3 && roles.has(name.slice(0, name.indexOf('_'))))
}

/** The keys that the inventory generator and the playbooks read, by where they are. */
export const KEYS = {
  top: ['cidr_networks', 'used_ips', 'global_overrides'],
  global_overrides: [
    'internal_lb_vip_address',
    'external_lb_vip_address',
    'management_bridge',
    'provider_networks',
    'no_containers',
  ],
  host: ['ip', 'management_ip', 'affinity', 'no_containers', 'container_vars', 'host_vars', 'container_tech'],
  provider_networks: ['network'],
  network: [
    ...['type', 'net_name', 'range', 'group_binds', 'reference_group', 'static_routes', 'gateway'],
    ...['address_prefix', 'ip_from_q', 'is_management_address', 'is_container_address', 'is_ssh_address'],
    ...['host_bind_override', 'container_bridge', 'container_bridge_type', 'container_interface'],
    ...['container_type', 'container_mtu', 'network_interface', 'network_bond_interfaces', 'bond_mode'],
    ...['bond_updelay', 'bond_downdelay', 'lacp', 'sriov_host_interfaces'],
  ],
} as const
