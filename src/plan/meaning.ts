import type { Definition } from '../lint/engine/definition.js'
import type { Kind } from '../lint/engine/finding.js'
import {
  cloudsFacets,
  haproxyFacets,
  inventoryFacets,
  openstackAnsibleFacets,
  osloFacets,
} from './cloud-facets.js'
import type { Facet, What } from './facet.js'
import {
  ansibleFacets,
  heatEnvironmentFacets,
  heatFacets,
  manifestFacets,
  settingFacets,
} from './yaml-facets.js'

/** One thing that was added, removed or changed. */
export interface MeaningChange {
  change: 'added' | 'removed' | 'changed'
  what: What
  name: string
  /** The file, or the folder of the files that belong together. */
  where: string
  /** The value before, without secrets; `null` when it did not exist. */
  before: string | null
  after: string | null
}

/** The changes in meaning, by kind. Kinds without changes are left out. */
export type MeaningChanges = Partial<Record<Kind, MeaningChange[]>>

const READERS: Partial<Record<Kind, (definition: Definition) => Facet[]>> = {
  heat: heatFacets,
  heat_environment: heatEnvironmentFacets,
  openstack_ansible: openstackAnsibleFacets,
  kolla_ansible: settingFacets,
  ansible: (definition) => inventoryFacets(definition) ?? ansibleFacets(definition),
  oslo_config: osloFacets,
  clouds: cloudsFacets,
  haproxy: haproxyFacets,
  manifest: manifestFacets,
}

/** Compare the meaning of two sets of definitions. */
export function meaningChanges(before: readonly Definition[], after: readonly Definition[]): MeaningChanges {
  const unreadable = new Set([...before, ...after].filter(isUnreadable).map(({ path }) => path))
  const readable = ({ path }: Definition) => !unreadable.has(path)
  const [old, now] = [thingsOf(before.filter(readable)), thingsOf(after.filter(readable))]
  const changes: MeaningChanges = {}
  for (const kind of Object.keys(READERS) as Kind[]) {
    const found = compared(old.get(kind) ?? new Map(), now.get(kind) ?? new Map())
    if (found.length > 0) changes[kind] = found
  }
  return changes
}

/** A file that cannot be read in one of the releases is not compared. */
function isUnreadable({ unread, yaml }: Definition): boolean {
  return unread !== undefined || (yaml?.problems.some(({ kind }) => kind === 'syntax') ?? false)
}

/** All facets of one thing. */
interface Thing extends Pick<Facet, 'what' | 'name' | 'where' | 'part'> {
  values: Set<string>
  shown: Set<string>
}

type Things = Map<string, Thing>

function thingsOf(definitions: readonly Definition[]): Map<Kind, Things> {
  const kinds = new Map<Kind, Things>()
  for (const definition of definitions) {
    const things = kinds.get(definition.kind) ?? new Map<string, Thing>()
    kinds.set(definition.kind, things)
    for (const facet of READERS[definition.kind]?.(definition) ?? []) add(things, facet)
  }
  return kinds
}

function add(things: Things, { value, shown, ...facet }: Facet): void {
  const key = keyOf(facet)
  const thing = things.get(key) ?? { ...facet, values: new Set(), shown: new Set() }
  things.set(key, thing)
  thing.values.add(value)
  thing.shown.add(shown)
}

function keyOf({ what, name, where }: Pick<Facet, 'what' | 'name' | 'where'>): string {
  return `${what}\0${where}\0${name}`
}

function compared(old: Things, now: Things): MeaningChange[] {
  const changes: MeaningChange[] = []
  for (const key of [...new Set([...old.keys(), ...now.keys()])].sort()) {
    const [was, is] = [old.get(key), now.get(key)]
    const thing = is ?? was
    if (!thing || (was && is && text(was.values) === text(is.values)) || isPartOfChange(thing, old, now))
      continue
    const { what, name, where } = thing
    const change = was && is ? 'changed' : is ? 'added' : 'removed'
    changes.push({ change, what, name, where, before: shownOf(was), after: shownOf(is) })
  }
  return changes
}

/** Whether the thing that it is a part of was added or removed as a whole. */
function isPartOfChange({ part, where }: Thing, old: Things, now: Things): boolean {
  if (!part) return false
  const whole = keyOf({ ...part, where })
  return old.has(whole) !== now.has(whole)
}

function text(values: ReadonlySet<string>): string {
  return [...values].sort().join('\0')
}

function shownOf(thing: Thing | undefined): string | null {
  return thing ? [...thing.shown].filter(Boolean).sort().join(', ') : null
}
