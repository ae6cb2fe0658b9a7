import {
  asMapping,
  asSequence,
  childOf,
  entriesOf,
  type YamlEntry,
  type YamlNode,
} from '../../../yaml/tree.js'
import { type Definition, rootMapping } from '../../engine/definition.js'
import type { ContainerFacts, Known } from '../../facts/openstack_ansible.js'
import { normalized } from './groups.js'
import { isUnknown, placed, truthOf } from './placed.js'

export const SKELETONS = ['physical_skel', 'component_skel', 'container_skel'] as const
export type Skeleton = (typeof SKELETONS)[number]

/** One entry of a skeleton in the deployment's env.d. */
export interface SkeletonEntry {
  file: string
  skeleton: Skeleton
  /** With `_`. */
  name: string
  entry: YamlEntry
}

/** What the deployment's own env.d adds to the inventory. */
export interface OwnEnvironment {
  files: readonly Definition[]
  entries: readonly SkeletonEntry[]
  /** All names that occur in it: groups, components, containers and their parents. */
  names: ReadonlySet<string>
  /** Groups that hosts may stand under. */
  groups: ReadonlySet<string>
}

export function ownEnvironment(files: readonly Definition[]): OwnEnvironment {
  const entries = files.flatMap(entriesIn)
  const names = new Set(entries.flatMap(({ name, entry }) => [name, ...listed(entry.value, 'belongs_to')]))
  const physical = entries.filter(({ skeleton }) => skeleton === 'physical_skel')
  return { files, entries, names, groups: new Set(physical.map(({ name }) => name)) }
}

function entriesIn(file: Definition): SkeletonEntry[] {
  const root = rootMapping(file)
  return SKELETONS.flatMap((skeleton) =>
    entriesOf(asMapping(childOf(root, skeleton))).map((entry) => ({
      file: file.path,
      skeleton,
      name: normalized(entry.key),
      entry,
    })),
  )
}

/** The names in a list of an entry, with `_`. */
export function listed(node: YamlNode, key: string): string[] {
  return (asSequence(childOf(node, key))?.items ?? []).flatMap((item) => {
    const { text } = placed('', item)
    return text === undefined || isUnknown(item) ? [] : [normalized(text)]
  })
}

/** All containers of the inventory: openstack-ansible's own ones with what env.d changes about them. */
export function allContainers({ entries }: OwnEnvironment, known: Known): Map<string, ContainerFacts> {
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

/** The hosts on which containers of a kind stand: `storage_containers` on those of `storage_hosts`. */
function placingGroup(containers: string): string {
  return containers.replace(/_[^_]*$/, '_hosts')
}
