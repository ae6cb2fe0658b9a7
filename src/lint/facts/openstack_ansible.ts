import type { RuleContext } from '../engine/context.js'
import { normalized, OLD_GROUPS } from '../readers/openstack_ansible/groups.js'

/** Stands for series from before those that facts are collected of. */
export const OLDER = 'older'

/** A container of the inventory: the groups that place it, and the components in it. */
export interface ContainerFacts {
  groups: readonly string[]
  contains: readonly string[]
  /** Whether it is no container at all: its components run on the host. */
  metal: boolean
}

/** The first and the last series that have a name. */
type Span = readonly [string, string]

/** `data/openstack_ansible/<release>.json`, as script/facts/openstack_ansible.py writes it; all names with `_`. */
export interface OpenstackAnsibleFacts {
  source: string
  collected: string
  /** Groups that hosts may stand under. */
  groups: readonly string[]
  /** Those of them that the release writes with `-`, and does not find under another name. */
  dashed: readonly string[]
  /** Groups that consist of other groups. */
  parents: readonly string[]
  components: readonly string[]
  containers: Readonly<Record<string, ContainerFacts>>
  /** Everything that a provider network may be bound to. */
  binds: readonly string[]
  /** What other series have and this release does not. */
  elsewhere: {
    groups: Readonly<Record<string, Span>>
    binds: Readonly<Record<string, Span>>
    variables: Readonly<Record<string, Span>>
  }
  /** Variables that have a default. */
  variables: readonly string[]
  /** Those of them that must be mappings. */
  maps: readonly string[]
  /** Other words in the code, among them the variables that have no default. */
  mentioned: readonly string[]
  secrets: readonly string[]
  /** Those of them that no role has a default for. */
  required_secrets: readonly string[]
}

/** What is known of one release, ready to be asked. */
export interface Known {
  release: string
  /** Whether nobody said that it is this release. */
  isAssumed: boolean
  groups: ReadonlySet<string>
  parents: ReadonlySet<string>
  /** A group as the release writes it: releases before 2026.1 have names with `-`, and do not know them with `_`. */
  spelled(group: string): string
  components: ReadonlySet<string>
  containers: ReadonlyMap<string, ContainerFacts>
  binds: ReadonlySet<string>
  variables: ReadonlySet<string>
  /** Of other words in the code those that look like variables of a role: they are read, but have no default. */
  undefaulted: readonly string[]
  maps: ReadonlySet<string>
  secrets: ReadonlySet<string>
  requiredSecrets: readonly string[]
  /** Whether anything in openstack-ansible may read a variable of this name. */
  reads(name: string): boolean
  /** What other series have of these. */
  namesElsewhere(what: 'groups' | 'binds'): Iterable<string>
  /** The series that have a group, a bind or a variable which this release lacks. */
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
    undefaulted: undefaulted(facts),
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

/** A variable that a role reads without a default has the role's first word, and others that say what it is for. */
function undefaulted({ variables, mentioned }: OpenstackAnsibleFacts): string[] {
  const roles = new Set(variables.map((name) => name.slice(0, name.indexOf('_'))))
  return mentioned.filter((name) => name.split('_').length > 3 && roles.has(name.slice(0, name.indexOf('_'))))
}
