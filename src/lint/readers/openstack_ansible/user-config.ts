import type { Range } from '../../../yaml/source.js'
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
import type { Config, Group, Host } from './config.js'
import { normalized } from './groups.js'
import { isUnknown, type Placed, placed, truthOf } from './placed.js'
import { type ProviderNetwork, providerNetwork } from './provider-network.js'

const VIPS = ['internal_lb_vip_address', 'external_lb_vip_address'] as const

/** Merge the files as the generator does: mappings are merged, of anything else the last one counts. */
export function readConfig(files: readonly Definition[]): Config {
  const networks = new Map<string, Placed>()
  const overrides = new Map<string, { file: string; entry: YamlEntry }>()
  const groups: Group[] = []
  const others: { file: string; entry: YamlEntry }[] = []
  const lists: { name: string; file: string; range: Range }[] = []
  let usedIps: Placed | undefined
  let overridesAt: Config['overridesAt']
  let definesNetworks = false

  for (const file of files) {
    const aliased = aliasTargets(file)
    for (const entry of entriesOf(rootMapping(file))) {
      const name = normalized(entry.key)
      if (name === 'cidr_networks') {
        definesNetworks ||= entriesOf(entry.value).length > 0 || isUnknown(entry.value)
        for (const { key, value } of entriesOf(entry.value)) networks.set(key, placed(file.path, value))
      } else if (name === 'used_ips') {
        usedIps = placed(file.path, entry.value)
        lists.push({ name, file: file.path, range: entry.keyRange })
      } else if (name === 'global_overrides') {
        overridesAt ??= { file: file.path, range: entry.keyRange, value: entry.value }
        for (const inner of entriesOf(entry.value)) {
          const { key, keyRange } = inner
          overrides.set(key, { file: file.path, entry: inner })
          if (key === 'provider_networks') lists.push({ name: key, file: file.path, range: keyRange })
        }
      } else if (isGroup(name, entry.value)) groups.push(groupOf(file, entry, aliased))
      else others.push({ file: file.path, entry })
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

function networksIn(found: { file: string; entry: YamlEntry } | undefined): ProviderNetwork[] | undefined {
  const list = asSequence(found?.entry.value)
  if (!found || !list) return undefined
  return list.items.flatMap((item) => providerNetwork(found.file, item) ?? [])
}

/** The generator takes every key that ends in `hosts`; the others are looked at for misspelled groups. */
function isGroup(name: string, value: YamlNode): boolean {
  if (name.endsWith('hosts')) return true
  const [first] = entriesOf(value)
  return first !== undefined && childOf(first.value, 'ip') !== undefined
}

function groupOf(
  file: Definition,
  { key, keyRange, value }: YamlEntry,
  aliased: ReadonlySet<YamlNode>,
): Group {
  const name = normalized(key)
  const hosts = entriesOf(value).map((host): Host => {
    const address = (key: string) => {
      const node = childOf(host.value, key)
      return node && placed(file.path, node)
    }
    return {
      name: host.key,
      group: name,
      file: file.path,
      keyRange: host.keyRange,
      value: host.value,
      ip: address('ip'),
      managementIp: address('management_ip'),
    }
  })
  const target = resolve(value)
  const isShared = target !== undefined && aliased.has(target)
  return { key, name, file: file.path, keyRange, value, hosts, isShared }
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
