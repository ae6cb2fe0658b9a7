import type { Range } from '../../../yaml/source.js'
import type { YamlNode } from '../../../yaml/tree.js'
import type { Definition } from '../../engine/definition.js'
import type { Known } from '../../facts/openstack_ansible.js'
import type { EnvD } from './env-d.js'
import type { Placed, PlacedEntry } from './placed.js'
import type { ProviderNetwork } from './provider-network.js'
import type { Variables } from './variables.js'

/** A host under one group; as a place, its name. */
export interface Host {
  name: string
  /** The group, with `_` for `-`. */
  group: string
  file: string
  range: Range
  value: YamlNode
  ip: Placed | undefined
  /** The address on the management network, if that is not `ip`. */
  managementIp: Placed | undefined
}

/** A group of hosts; as a place, its name. */
export interface Group {
  /** As it is written. */
  key: string
  /** With `_` for `-`. */
  name: string
  file: string
  range: Range
  value: YamlNode
  hosts: readonly Host[]
  /** Whether an alias puts the same hosts elsewhere, so that the group may only be a name for them. */
  isShared: boolean
}

/** openstack_user_config.yml merged with conf.d. */
export interface UserConfig {
  /** cidr_networks: the address pools by their names. */
  networks: ReadonlyMap<string, Placed>
  /** Whether cidr_networks has a value, even if it is templated. */
  definesNetworks: boolean
  usedIps: Placed | undefined
  /** The entries of global_overrides by key; later files win. */
  overrides: ReadonlyMap<string, PlacedEntry>
  /** The first global_overrides. */
  overridesAt: PlacedEntry | undefined
  /** The virtual addresses of the load balancer. */
  vips: readonly (Placed & { name: string })[]
  /** `undefined` when the list is missing or templated. */
  providerNetworks: readonly ProviderNetwork[] | undefined
  noContainers: boolean
  /** used_ips and provider_networks in all files. Each may be in one file only, because lists are not merged. */
  lists: readonly (PlacedEntry & { name: string })[]
  groups: readonly Group[]
  /** Entries that the inventory generator does not read. */
  others: readonly PlacedEntry[]
}

/** One configuration of openstack-ansible, as the inventory generator and the playbooks read it. */
export interface OpenstackAnsibleConfig extends UserConfig {
  /** The file to report what is missing in. */
  path: string
  /** Whether openstack_user_config.yml exists and is readable. Otherwise it may contain what seems to be missing. */
  isComplete: boolean
  /** Whether a file is a template, so that the number of hosts is unknown. */
  isTemplated: boolean
  envD: EnvD
  variables: Variables
  /** The facts of the OpenStack release; loaded when a rule first asks for them. */
  readonly known: Known
  /** All paths in the repository. */
  files: ReadonlySet<string>
  /** The folder of the configuration: empty, or with `/` at its end. */
  folder: string
  /** All definitions of the repository: any of them may use a variable. */
  everything: readonly Definition[]
}

/** Whether the repository sets the variable. */
export function isSet(name: string, { variables, overrides }: OpenstackAnsibleConfig): boolean {
  return variables.settings.has(name) || overrides.has(name)
}
