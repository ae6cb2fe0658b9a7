import type { Range } from '../../yaml/source.js'
import {
  asMapping,
  asScalar,
  asSequence,
  childOf,
  entriesOf,
  resolve,
  walk,
  type YamlEntry,
  type YamlNode,
} from '../../yaml/tree.js'
import { type Definition, rootMapping } from '../definition.js'
import { normalized } from './groups.js'
import { isUserConfig } from './recognize.js'

/** A value and where it stands. */
export interface Placed {
  file: string
  range: Range
  node: YamlNode
  /** The scalar's text; `undefined` for anything else, and for nothing. */
  text: string | undefined
}

export interface Host {
  name: string
  /** The group that it stands under, with `_`. */
  group: string
  file: string
  keyRange: Range
  ip: Placed | undefined
}

export interface Group {
  /** As it is written. */
  key: string
  /** With `_`. */
  name: string
  file: string
  keyRange: Range
  hosts: readonly Host[]
  /** Whether an alias puts the same hosts elsewhere: then the group is a name for them. */
  isShared: boolean
}

/** One openstack-ansible configuration: openstack_user_config.yml merged with its conf.d, as the generator does. */
export interface Deployment {
  /** The file to blame for what is missing. */
  path: string
  /** Whether the main file is there and readable; without it, what is missing may stand there. */
  isWhole: boolean
  networks: ReadonlyMap<string, Placed>
  /** Whether cidr_networks has a value, be it one that only Ansible can fill in. */
  definesNetworks: boolean
  usedIps: Placed | undefined
  vips: readonly (Placed & { name: string })[]
  /** Names of networks that the provider networks take addresses from. */
  queues: readonly Placed[]
  noContainers: boolean
  groups: readonly Group[]
  /** Groups that the deployment's own env.d defines, with `_`. */
  ownGroups: ReadonlySet<string>
}

/** Group the files into configurations: one for each folder, and one for each main file of another name. */
export function* deployments(definitions: readonly Definition[]): Iterable<Deployment> {
  const folders = new Map<string, Definition[]>()
  for (const definition of definitions) {
    if (definition.kind !== 'openstack_ansible') continue
    const folder = folderOf(definition.path)
    const files = folders.get(folder)
    if (files) files.push(definition)
    else folders.set(folder, [definition])
  }
  for (const files of folders.values()) {
    const skeletons = files.filter(({ path }) => partOf(path) === 'env.d')
    const shared = files.filter(({ path }) => partOf(path) === 'conf.d')
    const mains = files.filter(({ path }) => partOf(path) === undefined)
    const main = mains.find(({ path }) => isUserConfig(path))
    if (main || shared.length > 0) yield merged(main, shared, skeletons)
    for (const other of mains) if (other !== main) yield merged(other, [], skeletons)
  }
}

function partOf(path: string): string | undefined {
  return /(?:^|\/)(conf\.d|env\.d)\/[^/]+$/.exec(path)?.[1]
}

function folderOf(path: string): string {
  return path.replace(/(^|\/)(?:(?:conf|env)\.d\/)?[^/]+$/, '')
}

function merged(
  main: Definition | undefined,
  shared: readonly Definition[],
  skeletons: readonly Definition[],
): Deployment {
  const files = main ? [main, ...shared] : shared
  const networks = new Map<string, Placed>()
  const vips: (Placed & { name: string })[] = []
  const queues: Placed[] = []
  const groups: Group[] = []
  let usedIps: Placed | undefined
  let noContainers = false
  let definesNetworks = false

  for (const file of files) {
    const aliased = aliasTargets(file)
    for (const entry of entriesOf(rootMapping(file))) {
      const name = normalized(entry.key)
      if (name === 'cidr_networks') {
        definesNetworks ||= entriesOf(entry.value).length > 0 || placed(file, entry.value).text !== undefined
        for (const { key, value } of entriesOf(entry.value)) networks.set(key, placed(file, value))
      } else if (name === 'used_ips') usedIps = placed(file, entry.value)
      else if (name === 'global_overrides') {
        vips.push(...vipsIn(file, entry.value))
        queues.push(...queuesIn(file, entry.value))
        noContainers ||= asScalar(childOf(entry.value, 'no_containers'))?.value === true
      } else if (isGroup(name, entry.value)) groups.push(groupOf(file, entry, aliased))
    }
  }
  const path = (main ?? shared[0])?.path ?? ''
  const isWhole = main !== undefined && rootMapping(main) !== undefined
  const ownGroups = new Set(skeletons.flatMap(groupsDefined))
  return { path, isWhole, networks, definesNetworks, usedIps, vips, queues, noContainers, groups, ownGroups }
}

function placed({ path }: Definition, node: YamlNode): Placed {
  const scalar = asScalar(node)
  return { file: path, range: node.range, node, text: scalar?.value === null ? undefined : scalar?.text }
}

function vipsIn(file: Definition, overrides: YamlNode): (Placed & { name: string })[] {
  return ['internal_lb_vip_address', 'external_lb_vip_address'].flatMap((name) => {
    const node = childOf(overrides, name)
    return node ? [{ name, ...placed(file, node) }] : []
  })
}

function queuesIn(file: Definition, overrides: YamlNode): Placed[] {
  return (asSequence(childOf(overrides, 'provider_networks'))?.items ?? []).flatMap((item) => {
    const node = childOf(childOf(item, 'network'), 'ip_from_q')
    return node ? [placed(file, node)] : []
  })
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
    const ip = childOf(host.value, 'ip')
    return {
      name: host.key,
      group: name,
      file: file.path,
      keyRange: host.keyRange,
      ip: ip && placed(file, ip),
    }
  })
  const target = resolve(value)
  return {
    key,
    name,
    file: file.path,
    keyRange,
    hosts,
    isShared: target !== undefined && aliased.has(target),
  }
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

/** What an env.d file adds to the physical groups. */
function groupsDefined(file: Definition): string[] {
  const skeleton = asMapping(childOf(rootMapping(file), 'physical_skel'))
  return entriesOf(skeleton).map(({ key }) => normalized(key))
}
