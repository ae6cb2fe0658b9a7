import type { Range } from '../../../yaml/source.js'
import type { YamlNode } from '../../../yaml/tree.js'
import {
  asMapping,
  asSequence,
  childOf,
  entriesOf,
  type YamlEntry,
  type YamlMapping,
} from '../../../yaml/tree.js'
import { normalized } from './groups.js'
import { isNothing, isUnknown, type Placed, placed, truthOf } from './placed.js'

/** One entry of provider_networks; as a place, its key `network`. */
export interface ProviderNetwork {
  file: string
  range: Range
  node: YamlMapping
}

/** `undefined` for an entry that the inventory generator ignores. */
export function providerNetwork(file: string, item: YamlNode): ProviderNetwork | undefined {
  const entry = entriesOf(item).find(({ key }) => key === 'network')
  const node = asMapping(entry?.value)
  return entry && node ? { file, range: entry.keyRange, node } : undefined
}

/** An option of the network that has a value. */
export function option({ file, node }: ProviderNetwork, key: string): Placed | undefined {
  const value = childOf(node, key)
  return value && !isNothing(value) ? placed(file, value) : undefined
}

/** An option's text; `undefined` when it is not a scalar, or templated. */
export function textOf(network: ProviderNetwork, key: string): string | undefined {
  const value = option(network, key)
  return value && !isUnknown(value.node) ? value.text : undefined
}

/** The groups in group_binds, with `_` for `-`, except for templated ones. */
export function bindsOf(network: ProviderNetwork): (Placed & { group: string })[] {
  const list = asSequence(childOf(network.node, 'group_binds'))
  return (list?.items ?? []).flatMap((item) => {
    const bind = placed(network.file, item)
    return bind.text === undefined || isUnknown(item) ? [] : [{ ...bind, group: normalized(bind.text) }]
  })
}

/** Whether the network is flagged as the management network, under the current or the older name of the flag. */
export function isManagement({ node }: ProviderNetwork): boolean | undefined {
  const flag = childOf(node, 'is_management_address') ?? childOf(node, 'is_container_address')
  return flag && isUnknown(flag) ? undefined : truthOf(flag) === true
}

/** The network's name as the start of a sentence. */
export function nameOf(network: ProviderNetwork): string {
  for (const key of [
    'net_name',
    'container_bridge',
    'ip_from_q',
    'container_interface',
    'host_bind_override',
  ]) {
    const text = textOf(network, key)
    if (text) return `The provider network "${text}"`
  }
  return 'A provider network'
}

export function optionsOf({ node }: ProviderNetwork): readonly YamlEntry[] {
  return entriesOf(node)
}
