import { asMapping, asSequence, childOf, entriesOf, type YamlNode } from '../../../yaml/tree.js'
import { type Definition, rootMapping } from '../../engine/definition.js'
import type { ContainerFacts, Known } from '../../facts/openstack_ansible.js'
import { normalized } from './groups.js'
import { isUnknown, type PlacedEntry, placed, placedEntry, truthOf } from './placed.js'

const SKELETONS = ['physical_skel', 'component_skel', 'container_skel'] as const

/** One entry of a skeleton in env.d. */
export interface SkeletonEntry extends PlacedEntry {
  skeleton: (typeof SKELETONS)[number]
  /** With `_` for `-`. */
  name: string
}

/** What the files in env.d add to the inventory. */
export interface EnvD {
  files: readonly Definition[]
  entries: readonly SkeletonEntry[]
  /** All names in it: groups, components, containers and their parents. */
  names: ReadonlySet<string>
  /** Groups that may have hosts. */
  groups: ReadonlySet<string>
}

export function readEnvD(files: readonly Definition[]): EnvD {
  const entries = files.flatMap(entriesIn)
  const names = new Set(entries.flatMap(({ name, entry }) => [name, ...listed(entry.value, 'belongs_to')]))
  const physical = entries.filter(({ skeleton }) => skeleton === 'physical_skel')
  return { files, entries, names, groups: new Set(physical.map(({ name }) => name)) }
}

function entriesIn(file: Definition): SkeletonEntry[] {
  const root = rootMapping(file)
  return SKELETONS.flatMap((skeleton) =>
    entriesOf(asMapping(childOf(root, skeleton))).map((entry) => ({
      ...placedEntry(file.path, entry),
      skeleton,
      name: normalized(entry.key),
    })),
  )
}

/** The names in a list of an entry, with `_` for `-`. */
export function listed(node: YamlNode, key: string): string[] {
  return (asSequence(childOf(node, key))?.items ?? []).flatMap((item) => {
    const { text } = placed('', item)
    return text === undefined || isUnknown(item) ? [] : [normalized(text)]
  })
}

/** All containers of the inventory: those of openstack-ansible, changed and extended by env.d. */
export function allContainers({ entries }: EnvD, known: Known): Map<string, ContainerFacts> {
  const all = new Map(known.containers)
  for (const { skeleton, name, entry } of entries) {
    if (skeleton !== 'container_skel') continue
    const before = all.get(name)
    const has = (key: string) => childOf(entry.value, key) !== undefined
    const metal = childOf(childOf(entry.value, 'properties'), 'is_metal')
    all.set(name, {
      groups: has('belongs_to')
        ? listed(entry.value, 'belongs_to').map(placingGroup)
        : (before?.groups ?? []),
      contains: has('contains') ? listed(entry.value, 'contains') : (before?.contains ?? []),
      metal: metal ? truthOf(metal) === true : (before?.metal ?? false),
    })
  }
  return all
}

/** The group whose hosts get containers of a kind: `storage_hosts` for `storage_containers`. */
function placingGroup(containers: string): string {
  return containers.replace(/_[^_]*$/, '_hosts')
}
