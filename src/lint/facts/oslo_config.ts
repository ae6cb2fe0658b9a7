import type { RuleContext } from '../engine/rule.js'
import type { OptionType } from '../readers/oslo_config/option-types.js'
import type { Service } from '../readers/oslo_config/services.js'

/** The content of `data/oslo_config/<service>/<release>.json`, which script/facts/oslo_config collects. */
export interface ServiceFacts {
  source: string
  collected: string
  types: readonly OptionType[]
  /** By group and name: the index of the option's type, or an entry with more about it. */
  groups: Readonly<Record<string, Readonly<Record<string, number | OptionEntry>>>>
  /** By former group and name: the present ones. */
  renamed: Readonly<Record<string, Readonly<Record<string, readonly [group: string, name: string]>>>>
  /** What only older releases have: the last release with it, and the option that replaces it. */
  gone: Readonly<Record<string, Readonly<Record<string, readonly [release: string, ...(OptionPlace | [])]>>>>
  /** What only newer releases have: the first release with it. */
  later: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** Options that keystoneauth may read from a group that has its options: the indexes of their types. */
  auth: Readonly<Record<string, number>>
  /** Options and groups that the sources define without listing them, so that their places and types are unknown. */
  unlisted: { readonly options: readonly string[]; readonly groups: readonly string[] }
}

export interface OptionEntry {
  type: number
  multi?: true
  /** The release that deprecated it for removal; empty when the source names none. */
  deprecated?: string
  secret?: true
}

export type OptionPlace = [group: string, name: string]

/** What the facts say about an option of a group. */
export type Lookup =
  | { verdict: 'known'; type: OptionType; entry: OptionEntry }
  | { verdict: 'deprecated'; since: string; type: OptionType; entry: OptionEntry }
  | { verdict: 'renamed'; to: OptionPlace; type: OptionType | undefined; entry: OptionEntry | undefined }
  | { verdict: 'removed'; last: string; to: OptionPlace | undefined }
  | { verdict: 'later'; first: string }
  | { verdict: 'unlisted' }
  | { verdict: 'unknown' }

const OTHER: OptionType = { kind: 'other' }
/** Groups that keystoneauth never reads. The facts do not list all groups that it reads. */
const NO_AUTH = /^(?:DEFAULT|database|api_database|oslo_(?!limit).*)$/

/** The options of one service in one release. */
export class OptionFacts {
  private readonly facts: ServiceFacts
  private readonly authGroups: ReadonlySet<string>
  private readonly unlistedOptions: ReadonlySet<string>
  private readonly unlistedGroups: ReadonlySet<string>
  private homesOf: Map<string, string[]> | undefined

  /** @param service the name in messages, for instance `Nova` */
  constructor(
    facts: ServiceFacts,
    readonly service: string,
  ) {
    this.facts = facts
    this.unlistedOptions = new Set(facts.unlisted.options)
    this.unlistedGroups = new Set(facts.unlisted.groups.map(OptionFacts.normalized))
    const groups = Object.entries(facts.groups)
    const hasAuth = groups.filter(([, options]) => 'auth_type' in options || 'auth_url' in options)
    this.authGroups = new Set(['keystone_authtoken', ...hasAuth.map(([name]) => name)])
  }

  /** The name of a group as oslo.config compares it: in lower case, except for DEFAULT. */
  static normalized(group: string): string {
    return group === 'DEFAULT' ? group : group.toLowerCase()
  }

  hasGroup(group: string): boolean {
    return Object.hasOwn(this.facts.groups, group) || Object.hasOwn(this.facts.renamed, group)
  }

  /** Whether the service reads the group, but its options are unknown. */
  isUnlisted(group: string): boolean {
    return this.unlistedGroups.has(group)
  }

  /** Whether an older or a newer release has the group. */
  hadGroup(group: string): boolean {
    return Object.hasOwn(this.facts.gone, group) || Object.hasOwn(this.facts.later, group)
  }

  /** Whether keystoneauth reads the group too. */
  readsAuth(group: string): boolean {
    return this.authGroups.has(group)
  }

  get groups(): string[] {
    return Object.keys(this.facts.groups)
  }

  namesIn(group: string): string[] {
    return Object.keys(own(this.facts.groups, group) ?? {})
  }

  /** Whether one of the groups has the option under its present name. */
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
    if (this.unlistedOptions.has(name)) return { verdict: 'unlisted' }
    const [last, newGroup, newName] = own(own(this.facts.gone, group), name) ?? []
    if (last !== undefined) {
      const place: OptionPlace | undefined =
        newGroup !== undefined && newName !== undefined ? [newGroup, newName] : undefined
      return { verdict: 'removed', last, to: place }
    }
    const first = own(own(this.facts.later, group), name)
    return first === undefined ? { verdict: 'unknown' } : { verdict: 'later', first }
  }

  /** The groups that have an option of this name. */
  homes(name: string): readonly string[] {
    this.homesOf ??= homesIn(this.facts.groups)
    return this.homesOf.get(name) ?? []
  }

  private known(entry: number | OptionEntry): Lookup {
    const known = this.full(entry)
    const since = known.entry.deprecated
    return since === undefined ? { verdict: 'known', ...known } : { verdict: 'deprecated', since, ...known }
  }

  private renamed(to: OptionPlace): Lookup {
    const target = own(own(this.facts.groups, to[0]), to[1])
    const known = target === undefined ? { type: undefined, entry: undefined } : this.full(target)
    return { verdict: 'renamed', to, ...known }
  }

  private full(entry: number | OptionEntry): { type: OptionType; entry: OptionEntry } {
    const full = typeof entry === 'number' ? { type: entry } : entry
    return { type: this.facts.types[full.type] ?? OTHER, entry: full }
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

/** The options of a service in the OpenStack release that the definitions are checked against. */
export function optionFacts({ facts }: RuleContext, service: Service): OptionFacts {
  const part = facts.part<ServiceFacts>(`oslo_config/${service}`)
  const known = made.get(part)
  if (known) return known
  const title = service.charAt(0).toUpperCase() + service.slice(1).replace('_', '-')
  const found = new OptionFacts(part, title)
  made.set(part, found)
  return found
}
