import {
  asSequence,
  childOf,
  entriesOf,
  resolve,
  walk,
  type YamlEntry,
  type YamlNode,
} from '../../../yaml/tree.js'
import { type Definition, rootMapping } from '../../engine/definition.js'
import type { Group, Host, UserConfig } from './config.js'
import { normalized } from './groups.js'
import { isUnknown, type Placed, type PlacedEntry, placed, placedEntry, truthOf } from './placed.js'
import { type ProviderNetwork, providerNetwork } from './provider-network.js'

const VIPS = ['internal_lb_vip_address', 'external_lb_vip_address'] as const

/** Merge the files as the inventory generator does: it merges mappings, and replaces any other value. */
export function readUserConfig(files: readonly Definition[]): UserConfig {
  const networks = new Map<string, Placed>()
  const overrides = new Map<string, PlacedEntry>()
  const groups: Group[] = []
  const others: PlacedEntry[] = []
  const lists: (PlacedEntry & { name: string })[] = []
  let usedIps: Placed | undefined
  let overridesAt: PlacedEntry | undefined
  let definesNetworks = false

  for (const file of files) {
    const { path } = file
    const aliased = aliasTargets(file)
    for (const entry of entriesOf(rootMapping(file))) {
      const name = normalized(entry.key)
      if (name === 'cidr_networks') {
        definesNetworks ||= entriesOf(entry.value).length > 0 || isUnknown(entry.value)
        for (const { key, value } of entriesOf(entry.value)) networks.set(key, placed(path, value))
      } else if (name === 'used_ips') {
        usedIps = placed(path, entry.value)
        lists.push({ name, ...placedEntry(path, entry) })
      } else if (name === 'global_overrides') {
        overridesAt ??= placedEntry(path, entry)
        for (const inner of entriesOf(entry.value)) {
          overrides.set(inner.key, placedEntry(path, inner))
          if (inner.key === 'provider_networks') lists.push({ name: inner.key, ...placedEntry(path, inner) })
        }
      } else if (isGroup(name, entry.value)) groups.push(groupOf(path, entry, aliased))
      else others.push(placedEntry(path, entry))
    }
  }
  return {
    networks,
    definesNetworks,
    usedIps,
    overrides,
    overridesAt,
    vips: VIPS.flatMap((name) => {
      const found = overrides.get(name)
      return found ? [{ name, ...placed(found.file, found.entry.value) }] : []
    }),
    providerNetworks: networksIn(overrides.get('provider_networks')),
    noContainers: truthOf(overrides.get('no_containers')?.entry.value) === true,
    groups,
    others,
    lists,
  }
}

function networksIn(found: PlacedEntry | undefined): ProviderNetwork[] | undefined {
  const list = asSequence(found?.entry.value)
  if (!found || !list) return undefined
  return list.items.flatMap((item) => providerNetwork(found.file, item) ?? [])
}

/** The generator reads every key that ends in `hosts`. Other keys with hosts may be misspelled groups. */
function isGroup(name: string, value: YamlNode): boolean {
  if (name.endsWith('hosts')) return true
  const [first] = entriesOf(value)
  return first !== undefined && childOf(first.value, 'ip') !== undefined
}

function groupOf(file: string, { key, keyRange, value }: YamlEntry, aliased: ReadonlySet<YamlNode>): Group {
  const name = normalized(key)
  const hosts = entriesOf(value).map((host): Host => {
    const address = (key: string) => {
      const node = childOf(host.value, key)
      return node && placed(file, node)
    }
    return {
      name: host.key,
      group: name,
      file,
      range: host.keyRange,
      value: host.value,
      ip: address('ip'),
      managementIp: address('management_ip'),
    }
  })
  const target = resolve(value)
  const isShared = target !== undefined && aliased.has(target)
  return { key, name, file, range: keyRange, value, hosts, isShared }
}

function aliasTargets(file: Definition): Set<YamlNode> {
  const targets = new Set<YamlNode>()
  const root = rootMapping(file)
  if (root) {
    walk(root, (node) => {
      const target = node.kind === 'alias' ? resolve(node) : undefined
      if (target) targets.add(target)
    })
  }
  return targets
}
