import type { RuleContext } from '../engine/context.js'
import type { OptionType } from '../readers/oslo_config/option-types.js'
import type { Service } from '../readers/oslo_config/services.js'

/** What `data/oslo_config/<service>/<release>.json.br` holds: see script/facts/oslo_config. */
export interface ServiceFacts {
  source: string
  collected: string
  types: readonly OptionType[]
  /** By group and name: the index of its type, or more than that. */
  groups: Readonly<Record<string, Readonly<Record<string, number | OptionEntry>>>>
  /** By old group and name: the present ones. */
  renamed: Readonly<Record<string, Readonly<Record<string, readonly [group: string, name: string]>>>>
  /** What only older releases know: the last one, and what took its place. */
  gone: Readonly<Record<string, Readonly<Record<string, readonly [release: string, ...(OptionPlace | [])]>>>>
  /** What only newer releases know: the first one. */
  later: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** What keystoneauth may read from a group that has its options. */
  auth: Readonly<Record<string, number>>
  /** What the sources define, but do not list: nothing is known of it, not even where it belongs. */
  unlisted: { readonly options: readonly string[]; readonly groups: readonly string[] }
}

export interface OptionEntry {
  type: number
  multi?: true
  /** The release since which it is deprecated for removal; empty when nobody said. */
  deprecated?: string
  secret?: true
}

export type OptionPlace = [group: string, name: string]

/** What is known of an option at a place. */
export type Lookup =
  | { is: 'known'; type: OptionType; entry: OptionEntry }
  | { is: 'renamed'; to: OptionPlace; type: OptionType | undefined; entry: OptionEntry | undefined }
  | { is: 'gone'; last: string; to: OptionPlace | undefined }
  | { is: 'later'; first: string }
  | { is: 'unlisted' }
  | { is: 'unknown' }

const OTHER: OptionType = { kind: 'other' }
/** Groups that keystoneauth never reads; of the others, not all that it reads are listed. */
const NO_AUTH = /^(?:DEFAULT|database|api_database|oslo_(?!limit).*)$/

/** The options of one service in one release. */
export class OptionFacts {
  private readonly facts: ServiceFacts
  private readonly authGroups: ReadonlySet<string>
  private readonly unlistedOptions: ReadonlySet<string>
  private readonly unlistedGroups: ReadonlySet<string>
  private homesOf: Map<string, string[]> | undefined

  constructor(facts: ServiceFacts) {
    this.facts = facts
    this.unlistedOptions = new Set(facts.unlisted.options)
    this.unlistedGroups = new Set(facts.unlisted.groups.map(OptionFacts.normalized))
    const groups = Object.entries(facts.groups)
    const hasAuth = groups.filter(([, options]) => 'auth_type' in options || 'auth_url' in options)
    this.authGroups = new Set(['keystone_authtoken', ...hasAuth.map(([name]) => name)])
  }

  /** The group under the name that oslo.config compares: all but DEFAULT in lower case. */
  static normalized(group: string): string {
    return group === 'DEFAULT' ? group : group.toLowerCase()
  }

  hasGroup(group: string): boolean {
    return Object.hasOwn(this.facts.groups, group) || Object.hasOwn(this.facts.renamed, group)
  }

  /** Whether the service reads the group, but of no option is it known whether it is there. */
  isUnlisted(group: string): boolean {
    return this.unlistedGroups.has(group)
  }

  /** Whether another release has the group. */
  hadGroup(group: string): boolean {
    return Object.hasOwn(this.facts.gone, group) || Object.hasOwn(this.facts.later, group)
  }

  /** Whether keystoneauth reads the group as well. */
  readsAuth(group: string): boolean {
    return this.authGroups.has(group)
  }

  get groups(): string[] {
    return Object.keys(this.facts.groups)
  }

  namesIn(group: string): string[] {
    return Object.keys(own(this.facts.groups, group) ?? {})
  }

  /** Whether one of the groups lists the option under its present name. */
  lists(groups: readonly string[], name: string): boolean {
    return groups.some((group) => own(own(this.facts.groups, group), name) !== undefined)
  }

  lookup(group: string, name: string): Lookup {
    const entry = own(own(this.facts.groups, group), name)
    if (entry !== undefined) return this.known(entry)
    const to = own(own(this.facts.renamed, group), name)
    if (to) return this.renamed([to[0], to[1]])
    const auth = NO_AUTH.test(group) ? undefined : own(this.facts.auth, name)
    if (auth !== undefined) return this.known(auth)
    if (this.unlistedOptions.has(name)) return { is: 'unlisted' }
    const [last, newGroup, newName] = own(own(this.facts.gone, group), name) ?? []
    if (last !== undefined) {
      const place: OptionPlace | undefined =
        newGroup !== undefined && newName !== undefined ? [newGroup, newName] : undefined
      return { is: 'gone', last, to: place }
    }
    const first = own(own(this.facts.later, group), name)
    return first === undefined ? { is: 'unknown' } : { is: 'later', first }
  }

  /** The groups that have an option of this name. */
  homes(name: string): readonly string[] {
    this.homesOf ??= homesIn(this.facts.groups)
    return this.homesOf.get(name) ?? []
  }

  private known(entry: number | OptionEntry): Lookup {
    const full = typeof entry === 'number' ? { type: entry } : entry
    return { is: 'known', type: this.facts.types[full.type] ?? OTHER, entry: full }
  }

  private renamed(to: OptionPlace): Lookup {
    const target = own(own(this.facts.groups, to[0]), to[1])
    if (target === undefined) return { is: 'renamed', to, type: undefined, entry: undefined }
    const full = typeof target === 'number' ? { type: target } : target
    return { is: 'renamed', to, type: this.facts.types[full.type] ?? OTHER, entry: full }
  }
}

function own<Value>(record: Readonly<Record<string, Value>> | undefined, key: string): Value | undefined {
  return record && Object.hasOwn(record, key) ? record[key] : undefined
}

function homesIn(groups: ServiceFacts['groups']): Map<string, string[]> {
  const homes = new Map<string, string[]>()
  for (const [group, options] of Object.entries(groups)) {
    for (const name of Object.keys(options)) {
      const known = homes.get(name)
      if (known) known.push(group)
      else homes.set(name, [group])
    }
  }
  return homes
}

const made = new WeakMap<ServiceFacts, OptionFacts>()

/** The options of a service in the release that definitions are held to. */
export function optionFacts({ facts }: RuleContext, service: Service): OptionFacts {
  const part = facts.part<ServiceFacts>(`oslo_config/${service}`)
  const known = made.get(part)
  if (known) return known
  const found = new OptionFacts(part)
  made.set(part, found)
  return found
}
