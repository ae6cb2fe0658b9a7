import type { Range } from '../../../yaml/source.js'
import type { YamlEntry, YamlNode } from '../../../yaml/tree.js'
import type { Placed } from './placed.js'
import type { ProviderNetwork } from './provider-network.js'

export interface Host {
  name: string
  /** The group that it stands under, with `_`. */
  group: string
  file: string
  keyRange: Range
  value: YamlNode
  ip: Placed | undefined
  /** The address on the management network, when that is not `ip`. */
  managementIp: Placed | undefined
}

export interface Group {
  /** As it is written. */
  key: string
  /** With `_`. */
  name: string
  file: string
  keyRange: Range
  value: YamlNode
  hosts: readonly Host[]
  /** Whether an alias puts the same hosts elsewhere: then the group is a name for them. */
  isShared: boolean
}

/** What openstack_user_config.yml and conf.d say together. */
export interface Config {
  networks: ReadonlyMap<string, Placed>
  /** Whether cidr_networks has a value, be it one that only Ansible can fill in. */
  definesNetworks: boolean
  usedIps: Placed | undefined
  /** The entries of global_overrides, by key; those of later files win. */
  overrides: ReadonlyMap<string, { file: string; entry: YamlEntry }>
  /** Where global_overrides stands. */
  overridesAt: { file: string; range: Range; value: YamlNode } | undefined
  vips: readonly (Placed & { name: string })[]
  /** `undefined` when there is no list of them, or one that only Ansible can fill in. */
  providerNetworks: readonly ProviderNetwork[] | undefined
  noContainers: boolean
  /** Where used_ips and provider_networks stand: each may be in one file only, since lists are not merged. */
  lists: readonly { name: string; file: string; range: Range }[]
  groups: readonly Group[]
  /** Keys beside those that the generator reads. */
  others: readonly { file: string; entry: YamlEntry }[]
}
